import { Output, type Context, type Emitter, type Liquid, type Template } from 'liquidjs';
import { allowanceOf } from '../allowance.ts';
import { emitterFor } from '../context.ts';
import { parseExpression } from '../expression.ts';
import { checkLength, parseTemplate } from '../parse.ts';
import type { InspectedTemplate, RenderSettings } from '../rendering.ts';
import { isTemplate, renderWith } from '../text.ts';
import { usesOf, usesOfValue, type VariableUse } from './variable-uses.ts';

/** A template with what it reads. Throws `invalid_task`. */
export function inspectTemplate(liquid: Liquid, source: string, settings: RenderSettings): InspectedTemplate {
  const templates = parseTemplate(liquid, source, settings.templateLength);
  let empty: number[] = [];
  const watched = templates.map((template) =>
    template instanceof Output ? watch(template, (begin) => empty.push(begin)) : template,
  );
  const rendering = isTemplate(source) ? renderWith(liquid, source, watched, settings) : () => source;
  return {
    source,
    ...usesOf(templates),
    render(scope, budget) {
      empty = [];
      return { text: rendering(scope, budget), empty };
    },
  };
}

/** What a condition reads. Throws `invalid_task`. */
export function inspectCondition(liquid: Liquid, source: string, settings: RenderSettings): VariableUse[] {
  checkLength(source, settings.templateLength);
  if (!isTemplate(source)) return usesOfValue(parseExpression(liquid, source));
  const { variables } = usesOf(parseTemplate(liquid, source, settings.templateLength));
  return variables.map((use) => ({ ...use, isNeeded: false }));
}

function watch(output: Output, onEmpty: (begin: number) => void): Template {
  return {
    token: output.token,
    *render(context: Context, emitter: Emitter) {
      const piece = emitterFor(context, allowanceOf(context));
      yield output.render(context, piece);
      if (piece.buffer.trim() === '') onEmpty(output.token.begin);
      emitter.write(piece.buffer);
    },
  };
}
