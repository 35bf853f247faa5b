import { Output, TypeGuards, type Template, type Value } from 'liquidjs';
import { scalarText } from './emitter.ts';
import type { RenderSettings, Scope } from './rendering.ts';

/**
 * Most templates are text with variables and nothing else, and LiquidJS's generators cost ten times
 * what reading those takes. These read them directly, with the same result.
 */

type Path = (string | number)[];

/** Undefined for a template that needs more; the function gives undefined for a value that does. */
export function compilePlainText(
  templates: Template[],
  settings: RenderSettings,
): ((scope: Scope) => string | undefined) | undefined {
  const parts = templates.map(plainPart);
  return parts.every((part) => part !== undefined) ? (scope) => join(parts, scope, settings) : undefined;
}

export function compilePlainValue(value: Value): ((scope: Scope) => unknown) | undefined {
  const path = plainPath(value);
  return path && ((scope) => read(scope, path));
}

function plainPart(template: Template): string | Path | undefined {
  if (TypeGuards.isHTMLToken(template.token)) return template.token.getContent();
  return template instanceof Output ? plainPath(template.value) : undefined;
}

/** `size`, `first` and `last` are computed where there is no such key: not plain. */
function plainPath({ initial, filters }: Value): Path | undefined {
  const [token] = initial.postfix;
  if (filters.length > 0 || initial.postfix.length !== 1) return undefined;
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable) return undefined;
  const keys = token.props.map((prop) => ('content' in prop ? prop.content : undefined));
  return keys.every(isPlainKey) ? keys : undefined;
}

function isPlainKey(key: unknown): key is string | number {
  if (typeof key === 'number') return key >= 0;
  return typeof key === 'string' && !['size', 'first', 'last'].includes(key);
}

/** Undefined where a value is no scalar or must not be missing, or the text too long: LiquidJS's way tells what is wrong. */
function join(parts: (string | Path)[], scope: Scope, settings: RenderSettings): string | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = read(scope, part);
    if (typeof value === 'object' && value !== null) return undefined;
    if (settings.strict && (value === undefined || value === null)) return undefined;
    text += scalarText(value);
  }
  return text.length > settings.renderedLength ? undefined : text;
}

function read(scope: Scope, path: Path): unknown {
  let value: unknown = scope;
  for (const key of path) {
    if (value === undefined || value === null) return value;
    value = Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
  }
  return value;
}
