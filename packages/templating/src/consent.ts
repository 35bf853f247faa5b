import type { ConsentRules } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField } from './collect.ts';
import type { Scope, TemplateEngine } from './rendering.ts';

/** Gives the values that the task names, by their member; throws `template_failed` or `template_limit`. */
export type CompiledConsent = (scope: Scope) => Record<keyof ConsentRules, unknown>;

export function compileConsent(
  engine: TemplateEngine,
  errors: FieldError[],
  rules: ConsentRules,
): CompiledConsent {
  const fields = Object.entries(rules).map(
    ([name, source]) => [name, compileField(errors, `consent.${name}`, () => engine.value(source))] as const,
  );
  return (scope) => {
    const budget = engine.budget();
    const values = fields.map(([name, value]) => [name, value(scope, budget)]);
    return Object.fromEntries(values) as Record<keyof ConsentRules, unknown>;
  };
}
