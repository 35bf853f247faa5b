import { leadFields, type LeadField, type LeadRules } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import type { LeadResult, MappedLead } from '../result.ts';
import { normaliseEmail } from './email.ts';
import { invalid, type Field } from './field.ts';
import { normaliseFullName } from './full-name.ts';
import { phoneNormaliser } from './phone.ts';
import { scalarText } from './text.ts';

const EXTRA = 'extra_fields';
const canonical: ReadonlySet<string> = new Set([...leadFields, EXTRA]);

/**
 * A function that makes a lead of a candidate's fields, or tells everything that is wrong with it.
 * Nothing the sender wrote is lost: what is no canonical field is in `extra_fields`, and so is, as
 * `<field>_raw`, the text of an optional field that cannot be used or that the mapping overrode.
 */
export function leadNormaliser(rules: LeadRules): (fields: JsonObject, mapped: MappedLead) => LeadResult {
  const normalise: Record<LeadField, (text: string) => Field> = {
    full_name: normaliseFullName,
    phone: phoneNormaliser(rules.default_country),
    email: normaliseEmail,
  };
  const required: ReadonlySet<LeadField> = new Set(rules.required);

  return (fields, mapped) => {
    const errors: FieldError[] = [];
    const extra = extraFields(fields, errors);
    const read = (name: LeadField): string | null => {
      const given = Object.hasOwn(mapped, name) ? mapped[name] : fields[name];
      const field = readField(given, normalise[name]);
      if (field.value === null && required.has(name)) {
        errors.push({ field: name, message: field.problem ?? 'is required' });
      }
      keepRaw(extra, name, rawValue(field, fields[name], given));
      return field.value;
    };
    const lead = {
      full_name: read('full_name'),
      phone: read('phone'),
      email: read('email'),
      extra_fields: extra,
    };
    addMapped(extra, mapped.extra_fields);
    return errors.length === 0 ? { ok: true, lead } : { ok: false, errors };
  };
}

/** An entry of `extra_fields` wins over a top-level key of the same name. */
function extraFields(fields: JsonObject, errors: FieldError[]): Record<string, unknown> {
  const extra: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) if (!canonical.has(key)) extra[key] = fields[key];
  const own = fields[EXTRA] ?? '';
  if (isJsonObject(own)) return Object.assign(extra, own);
  if (own !== '') errors.push({ field: EXTRA, message: 'must be an object with the further fields' });
  return extra;
}

function readField(given: unknown, normalise: (text: string) => Field): Field {
  const text = scalarText(given);
  return text === undefined ? invalid('must be text') : normalise(text);
}

/** What of the field would be lost if it were not kept: the sender's own value comes before a mapped one. */
function rawValue(field: Field, own: JsonValue | undefined, given: unknown): unknown {
  const overridden = own !== given && !isBlank(own) && scalarText(own) !== field.value;
  if (overridden) return own;
  return field.problem !== undefined || field.keepRaw === true ? given : undefined;
}

function isBlank(value: JsonValue | undefined): boolean {
  return scalarText(value)?.trim() === '';
}

function keepRaw(extra: Record<string, unknown>, name: LeadField, raw: unknown): void {
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
