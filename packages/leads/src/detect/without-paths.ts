import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';

/** A copy of the fields without the values at these paths, and without what they leave empty. */
export function withoutPaths(fields: JsonObject, paths: string[][]): JsonObject {
  const rest = without(fields, paths);
  return rest !== undefined && isJsonObject(rest) ? rest : {};
}

/** Recursion is bounded by the depth limit of a body. */
function without(value: JsonValue, paths: string[][]): JsonValue | undefined {
  if (paths.length === 0) return value;
  if (paths.some((path) => path.length === 0)) return undefined;
  if (Array.isArray(value)) return withoutItems(value, paths);
  return isJsonObject(value) ? withoutKeys(value, paths) : value;
}

function withoutItems(list: JsonValue[], paths: string[][]): JsonValue | undefined {
  const rest = list
    .map((item, index) => without(item, below(paths, String(index))))
    .filter((item) => item !== undefined);
  return rest.length === 0 ? undefined : rest;
}

function withoutKeys(object: JsonObject, paths: string[][]): JsonValue | undefined {
  const rest: JsonObject = {};
  for (const key of Object.keys(object)) {
    const kept = without(object[key] ?? null, below(paths, key));
    if (kept !== undefined) rest[key] = kept;
  }
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function below(paths: string[][], key: string): string[][] {
  return paths.filter(([first]) => first === key).map((path) => path.slice(1));
}
