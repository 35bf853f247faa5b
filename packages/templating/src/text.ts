import type { Liquid, Template } from 'liquidjs';
import { createBudget, type Budget } from './budget.ts';
import { createAllowance } from './allowance.ts';
import { createContext } from './context.ts';
import { drive } from './drive.ts';
import { createEmitter } from './emitter.ts';
import type { Rendering, Scope, RenderSettings } from './rendering.ts';
import { renderFailure } from './failure.ts';
import { parseTemplate } from './parse.ts';
import { compilePlainText } from './plain.ts';

/** Whether a source is a template; what has neither mark is a fixed text or an expression. */
export function isTemplate(source: string): boolean {
  return source.includes('{{') || source.includes('{%');
}

/** A fixed text, a text with variables only, or one that LiquidJS has to render. */
export function compileText(liquid: Liquid, source: string, settings: RenderSettings): Rendering<string> {
  const templates = parseTemplate(liquid, source, settings.templateLength);
  if (!isTemplate(source)) return () => source;
  const whole = renderWith(liquid, source, templates, settings);
  const plain = compilePlainText(templates, settings);
  if (!plain) return whole;
  return (scope, budget) => plain(scope) ?? whole(scope, budget);
}

/** The rendering of templates that were parsed from `source`, within the limits. */
export function renderWith(
  liquid: Liquid,
  source: string,
  templates: Template[],
  settings: RenderSettings,
): Rendering<string> {
  const counts = /\b(?:in|de)crement\b/.test(source);
  return (scope, budget = createBudget(settings.renderMs)) => {
    try {
      return render(liquid, templates, counts ? { ...scope } : scope, settings, budget);
    } catch (error) {
      throw renderFailure(error, source);
    }
  };
}

/** `increment` and `decrement` write to the scope: theirs is a copy. */
function render(
  liquid: Liquid,
  templates: Template[],
  scope: Scope,
  settings: RenderSettings,
  budget: Budget,
): string {
  const allowance = createAllowance(settings.renderMemory, budget);
  const emitter = createEmitter(allowance, settings.renderedLength);
  const context = createContext(liquid, scope, allowance, settings);
  drive(liquid.renderer.renderTemplates(templates, context, emitter), budget);
  return emitter.buffer;
}
