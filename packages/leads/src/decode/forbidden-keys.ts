import { TaskhookError } from '@taskhook/errors';
import type { JsonValue } from '../json-value.ts';

/** Keys that reach an object's prototype where a careless reader assigns or looks them up. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const SHOWN_PATH = 200;

/** Throws `malformed_body` with the path of the first forbidden key. Recursion is bounded by the depth limit. */
export function refuseForbiddenKeys(value: JsonValue): void {
  const path = forbiddenPath(value);
  if (path === undefined) return;
  const shown = path.join('.').slice(-SHOWN_PATH).toWellFormed();
  throw new TaskhookError('malformed_body', `The body has a key that is not allowed: ${shown}.`, {
    errors: [{ field: shown, message: 'is a key that is not allowed' }],
  });
}

/** The path is put together on the way out, so that a body without such a key pays nothing for it. */
function forbiddenPath(value: JsonValue): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? forbiddenInList(value) : forbiddenInObject(value);
}

function forbiddenInList(items: JsonValue[]): string[] | undefined {
  for (const [index, item] of items.entries()) {
    const path = forbiddenPath(item);
    if (path !== undefined) return [String(index), ...path];
  }
  return undefined;
}

function forbiddenInObject(object: { [key: string]: JsonValue }): string[] | undefined {
  for (const key of Object.keys(object)) {
    if (forbidden.has(key)) return [key];
    const path = forbiddenPath(object[key] ?? null);
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}
