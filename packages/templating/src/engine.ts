import { limits as defaults } from '@taskhook/contracts';
import { createBudget } from './budget.ts';
import { compileExpression } from './expression.ts';
import { createLiquid } from './liquid.ts';
import type { Rendering, TemplateEngine, TemplateLimits } from './rendering.ts';
import { compileText, isTemplate } from './text.ts';

/** An engine with the limits of `@taskhook/contracts`, some of them replaced for tests. */
export function createTemplateEngine(overrides: Partial<TemplateLimits> = {}): TemplateEngine {
  const limits = { ...defaults, ...overrides };
  const liquid = createLiquid();
  const template = (source: string) => compileText(liquid, source, limits);
  const expression = (source: string) => compileExpression(liquid, source, limits);
  return {
    template,
    value: (source) => (isTemplate(source) ? template(source) : expression(source)),
    condition: (source) => (isTemplate(source) ? saysYes(template(source)) : isTrue(expression(source))),
    budget: () => createBudget(limits.renderMs),
  };
}

function saysYes(text: Rendering<string>): Rendering<boolean> {
  return (scope, budget) => !['', 'false'].includes(text(scope, budget).trim());
}

function isTrue(value: Rendering<unknown>): Rendering<boolean> {
  return (scope, budget) => ![undefined, null, false].includes(value(scope, budget) as null);
}
