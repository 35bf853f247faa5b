import { limits } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField } from './collect.ts';
import type { Rendering, TemplateEngine } from './rendering.ts';
import { templateError } from './failure.ts';

/**
 * A request body: every text in it is a template, at any depth; keys, numbers and the rest stand as
 * they are. The rendered body always has the shape of this one. A body that is one text is raw text.
 */
export function compileBody(
  engine: TemplateEngine,
  errors: FieldError[],
  body: unknown,
  field: string,
  depth = 0,
): Rendering<unknown> {
  if (typeof body === 'string') return compileField(errors, field, () => engine.template(body));
  if (typeof body !== 'object' || body === null) return () => body;
  if (depth >= limits.jsonDepth) return compileField(errors, field, tooDeep);
  const part = (key: string, value: unknown) =>
    compileBody(engine, errors, value, `${field}.${key}`, depth + 1);
  return Array.isArray(body) ? compileItems(body, part) : compileMembers(body, part);
}

type Part = (key: string, value: unknown) => Rendering<unknown>;

function compileItems(items: unknown[], part: Part): Rendering<unknown> {
  const parts = items.map((item, index) => part(String(index), item));
  return (scope, budget) => parts.map((render) => render(scope, budget));
}

/** `fromEntries` makes a member of every key, `__proto__` too. */
function compileMembers(members: object, part: Part): Rendering<unknown> {
  const parts = Object.entries(members).map(([key, value]) => [key, part(key, value)] as const);
  return (scope, budget) => Object.fromEntries(parts.map(([key, render]) => [key, render(scope, budget)]));
}

function tooDeep(): never {
  throw templateError('invalid_task', [
    { field: '', message: `is nested more than ${limits.jsonDepth} deep` },
  ]);
}
