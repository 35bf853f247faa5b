import { leadFields } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { EXTRA_FIELDS } from '../detect/field-choices.ts';
import { withoutPaths } from '../detect/without-paths.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import type { MappedLead } from '../result.ts';
import type { TakenField } from './taken-field.ts';
import { scalarText, trimText } from './text.ts';

const canonical: ReadonlySet<string> = new Set([...leadFields, EXTRA_FIELDS]);

/**
 * All that the lead's fields were not made of, under the sender's own keys. An entry of the sender's
 * `extra_fields` wins over a key of the same name, a mapped one over both. What stands under the name
 * of a field and could not be used, or was overridden, is there as `<field>_raw`.
 */
export function restOf(
  fields: JsonObject,
  taken: TakenField[],
  mapped: MappedLead['extra_fields'],
  errors: FieldError[],
): Record<string, unknown> {
  const used = taken.flatMap(usedPaths);
  const rest = used.some((path) => path.length > 1 || !canonical.has(path[0] ?? ''))
    ? withoutPaths(fields, used)
    : fields;
  const extra: Record<string, unknown> = {};
  for (const key of Object.keys(rest)) if (!canonical.has(key)) extra[key] = rest[key];
  addOwnExtra(extra, fields[EXTRA_FIELDS] ?? '', errors);
  for (const field of taken)
    keepRaw(extra, field.name, rawValue(field, fields[field.name], rest[field.name]));
  addMapped(extra, mapped);
  return extra;
}

/** A value that said more than the field could take stays where it is. */
function usedPaths({ taken, field }: TakenField): string[][] {
  return taken.by === 'choice' && field.keepRaw !== true ? taken.choice.paths : [];
}

function addOwnExtra(extra: Record<string, unknown>, own: JsonValue, errors: FieldError[]): void {
  if (isJsonObject(own)) Object.assign(extra, own);
  else if (own !== '')
    errors.push({ field: EXTRA_FIELDS, message: 'must be an object with the further fields' });
}

/** What of the field would be lost if it were not kept: the sender's own value comes before a mapped one. */
function rawValue(
  { name, field, taken, mapped }: TakenField,
  own: JsonValue | undefined,
  rest: JsonValue | undefined,
): unknown {
  if (taken.by === 'choice') {
    const isOwn = taken.choice.paths.some(([first, ...more]) => first === name && more.length === 0);
    if (isOwn) return field.keepRaw === true ? own : undefined;
    return isBlank(rest) || scalarText(rest) === taken.choice.text ? undefined : rest;
  }
  if (taken.by === 'nothing') return isBlank(own) ? undefined : own;
  const overridden = own !== mapped && !isBlank(own) && scalarText(own) !== field.value;
  if (overridden) return own;
  return field.problem !== undefined || field.keepRaw === true ? mapped : undefined;
}

function isBlank(value: JsonValue | undefined): boolean {
  const text = scalarText(value);
  return text !== undefined && trimText(text) === '';
}

function keepRaw(extra: Record<string, unknown>, name: string, raw: unknown): void {
  if (raw === undefined) return;
  let key = `${name}_raw`;
  while (Object.hasOwn(extra, key)) key += '_';
  extra[key] = raw;
}

function addMapped(extra: Record<string, unknown>, mapped: MappedLead['extra_fields']): void {
  if (mapped === undefined) return;
  for (const [key, value] of Object.entries(mapped)) {
    extra[key] = typeof value === 'string' ? value.toWellFormed() : (value ?? null);
  }
}
