import type { TObject } from 'typebox';

/**
 * The parts of an address are texts; those that the schema wants as numbers or booleans become such
 * where they are written as one. What is not is left for the validation to refuse.
 */
export function coerceTexts(schema: TObject | undefined, values: unknown): unknown {
  if (schema === undefined || typeof values !== 'object' || values === null) return values;
  const entries = Object.entries(values).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' ? coerce(typeOf(schema, name), value) : value,
  ]);
  return Object.fromEntries(entries);
}

function typeOf(schema: TObject, name: string): unknown {
  const property: unknown = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
  return typeof property === 'object' && property !== null && 'type' in property ? property.type : undefined;
}

function coerce(type: unknown, text: string): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
