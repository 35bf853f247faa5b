import type { HttpStep } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import type { Rendering, TemplateEngine } from '../rendering.ts';
import { requestFields } from '../request.ts';
import type { RenderedFor } from './rendered-step.ts';

export function compileHttp(
  engine: TemplateEngine,
  errors: FieldError[],
  { request }: HttpStep,
): Rendering<RenderedFor<'http'>> {
  const fields = requestFields(engine, errors, request, 'request');
  return (scope, budget) => ({
    channel: 'http',
    method: request.method ?? 'POST',
    ...fields(scope, budget),
  });
}
