import type { FieldError } from '@taskhook/errors';
import { compileBody } from './body.ts';
import { compileField, refuse } from './collect.ts';
import type { Rendering, Scope, TemplateEngine } from './rendering.ts';

/** A request of which every text is a template. */
export interface RequestTemplates {
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Any JSON. */
  body?: unknown;
}

/** `body` is a JSON value, a raw text, or undefined for none. */
export interface RenderedRequest {
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Throws `invalid_task` with every field that does not parse. */
export function compileRequest(
  engine: TemplateEngine,
  request: RequestTemplates,
): (scope: Scope) => RenderedRequest {
  const errors: FieldError[] = [];
  const render = requestFields(engine, errors, request, '');
  refuse(errors);
  return (scope) => render(scope, engine.budget());
}

/** The same as a part of something larger, whose errors go to `errors` under `prefix`. */
export function requestFields(
  engine: TemplateEngine,
  errors: FieldError[],
  request: RequestTemplates,
  prefix: string,
): Rendering<RenderedRequest> {
  const field = (name: string) => (prefix === '' ? name : `${prefix}.${name}`);
  const url = compileField(errors, field('url'), () => engine.template(request.url));
  const headers = Object.entries(request.headers ?? {}).map(
    ([name, value]) =>
      [name, compileField(errors, field(`headers.${name}`), () => engine.template(value))] as const,
  );
  const body = compileBody(engine, errors, request.body, field('body'));
  return (scope, budget) => ({
    url: url(scope, budget),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, value(scope, budget)])),
    body: body(scope, budget),
  });
}
