import type { Liquid } from 'liquidjs';
import { limits as defaults } from '@taskhook/contracts';
import { createBudget } from './budget.ts';
import { compileExpression } from './expression.ts';
import { inspectCondition, inspectTemplate } from './lint/inspect-template.ts';
import { createHtmlLiquid } from './html.ts';
import { createLiquid } from './liquid.ts';
import type { Rendering, RenderSettings, TemplateEngine, TemplateLimits } from './rendering.ts';
import { compileText, isTemplate } from './text.ts';

/** An engine with the limits of `@taskhook/contracts`, some of them replaced for tests. */
export function createTemplateEngine(overrides: Partial<TemplateLimits> = {}): TemplateEngine {
  return engineOf(createLiquid(), createHtmlLiquid(), { ...defaults, ...overrides, strict: false });
}

function engineOf(liquid: Liquid, html: Liquid, settings: RenderSettings): TemplateEngine {
  const lenient = { ...settings, strict: false };
  const template = (source: string) => compileText(liquid, source, settings);
  const expression = (source: string) => compileExpression(liquid, source, settings);
  const asked = (source: string) =>
    isTemplate(source)
      ? saysYes(compileText(liquid, source, lenient))
      : isTrue(compileExpression(liquid, source, lenient));
  return {
    template,
    html: (source) => compileText(html, source, settings),
    value: (source) => (isTemplate(source) ? template(source) : expression(source)),
    condition: asked,
    inspectTemplate: (source) => inspectTemplate(liquid, source, settings),
    inspectCondition: (source) => inspectCondition(liquid, source, settings),
    strict: () => engineOf(liquid, html, { ...settings, strict: true }),
    budget: () => createBudget(settings.renderMs),
  };
}

function saysYes(text: Rendering<string>): Rendering<boolean> {
  return (scope, budget) => !['', 'false'].includes(text(scope, budget).trim());
}

function isTrue(value: Rendering<unknown>): Rendering<boolean> {
  return (scope, budget) => ![undefined, null, false].includes(value(scope, budget) as null);
}
