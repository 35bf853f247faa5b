import type { FieldError } from '@taskhook/errors';
import { compileField } from '../collect.ts';
import type { Rendering, TemplateEngine } from '../rendering.ts';

/** A template of a text of one line: whatever is in a lead, it starts no second one. */
export function compileLine(
  engine: TemplateEngine,
  errors: FieldError[],
  field: string,
  source: string,
): Rendering<string> {
  const text = compileField(errors, field, () => engine.template(source));
  return (scope, budget) => oneLine(text(scope, budget));
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}
