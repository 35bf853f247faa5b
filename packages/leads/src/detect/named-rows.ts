import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';

const HEADERS = ['headers', 'header', 'columns', 'keys', 'labels', 'questions', 'fields'];
const ROWS = ['row', 'rows', 'values', 'data', 'answers', 'record', 'responses'];

/**
 * The same body with rows of a sheet, whose names stand in a list of their own, turned into objects:
 * `{ headers: ['Name'], row: ['Ann'] }` is `{ row: { Name: 'Ann' } }`. Undefined where it has none.
 */
export function withNamedRows(body: JsonObject): JsonObject | undefined {
  const header = HEADERS.find((key) => Object.hasOwn(body, key) && Array.isArray(body[key]));
  const names = header === undefined ? undefined : namesIn(body[header]);
  if (header === undefined || names === undefined) return undefined;
  for (const key of ROWS) {
    const rows = Object.hasOwn(body, key) ? body[key] : undefined;
    const named = Array.isArray(rows) ? namedRows(names, rows) : undefined;
    if (named === undefined) continue;
    const { [header]: _, ...rest } = body;
    return { ...rest, [key]: named };
  }
  return undefined;
}

/** At least two different texts. */
function namesIn(header: JsonValue | undefined): string[] | undefined {
  if (!Array.isArray(header) || header.length < 2) return undefined;
  const names = header.filter(
    (name) => typeof name === 'string' && name.trim() !== '' && name !== '__proto__',
  );
  return names.length === header.length && new Set(names).size === names.length
    ? names.map(String)
    : undefined;
}

function namedRows(names: string[], rows: JsonValue[]): JsonValue | undefined {
  if (rows.length === names.length && rows.every((cell) => !isRow(cell))) return namedRow(names, rows);
  const full = rows.filter((row) => Array.isArray(row)).filter((row) => row.length === names.length);
  return full.length > 0 && full.length === rows.length ? full.map((row) => namedRow(names, row)) : undefined;
}

function isRow(cell: JsonValue): boolean {
  return Array.isArray(cell) || isJsonObject(cell);
}

function namedRow(names: string[], cells: JsonValue[]): JsonObject {
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]));
}
