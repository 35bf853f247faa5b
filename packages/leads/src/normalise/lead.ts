import type { Lead, LeadField, LeadRules } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { besidePhone } from '../detect/beside-phone.ts';
import type { Choice } from '../detect/choice.ts';
import type { Taken } from '../detect/explain.ts';
import { fieldChoices, type FieldChoices } from '../detect/field-choices.ts';
import type { MappedLead } from '../result.ts';
import type { Candidate } from '../sources/adapter.ts';
import { normaliseEmail } from './email.ts';
import { restOf } from './extra-fields.ts';
import { absent, invalid, type Field } from './field.ts';
import { normaliseFullName } from './full-name.ts';
import { isPhoneInUse, phoneNormaliser } from './phone.ts';
import type { TakenField } from './taken-field.ts';
import { scalarText } from './text.ts';

/** A lead or its errors, with what each field was taken from. */
export type NormalisedLead = ({ ok: true; lead: Lead } | { ok: false; errors: FieldError[] }) & {
  taken: Record<LeadField, Taken>;
};

/**
 * A function that makes a lead of a candidate, or tells everything that is wrong with it. A field is
 * what the mapping gives, else what the adapter knows, else what has the field's name, else what is
 * detected; of several values the first that is valid. Nothing the sender wrote is lost.
 */
export function leadNormaliser(
  rules: LeadRules,
): (candidate: Candidate, mapped: MappedLead) => NormalisedLead {
  const normalisers = fieldNormalisers(rules.default_country);
  const required: ReadonlySet<LeadField> = new Set(rules.required);
  const isPhone = (text: string): boolean => isPhoneInUse(text, rules.default_country);

  return (candidate, mapped) => {
    const choices = fieldChoices(candidate, isPhone);
    const normalise = normalisers(candidate);
    const take = (name: LeadField): TakenField =>
      Object.hasOwn(mapped, name)
        ? takeMapped(name, mapped[name], normalise[name])
        : takeChoice(name, candidate, choices, normalise[name]);
    const full_name = take('full_name');
    const phone = take('phone');
    const email = take('email');
    const fields = [full_name, phone, email];
    const errors = fields.flatMap(({ name, field }) => problemOf(name, field, required));
    const extra_fields = restOf(candidate.fields, fields, mapped.extra_fields, errors);
    const taken = { full_name: full_name.taken, phone: phone.taken, email: email.taken };
    if (errors.length > 0) return { ok: false, errors, taken };
    const lead = {
      full_name: full_name.field.value,
      phone: phone.field.value,
      email: email.field.value,
      extra_fields,
    };
    return { ok: true, lead, taken };
  };
}

/** The path is that of the value in the candidate's fields, where it was not made by a mapping. */
type Normalise = Record<LeadField, (text: string, path?: readonly string[]) => Field>;

/** A number is read with the country or area code that stands beside it in the fields. */
function fieldNormalisers(home: string): (candidate: Candidate) => Normalise {
  const readPhone = phoneNormaliser(home);
  return ({ fields }) => {
    const phone = (text: string, path?: readonly string[]): Field =>
      readPhone(text, path === undefined ? undefined : () => besidePhone(fields, path));
    return { full_name: normaliseFullName, phone, email: normaliseEmail };
  };
}

function takeMapped(name: LeadField, given: unknown, normalise: Normalise[LeadField]): TakenField {
  const text = scalarText(given);
  const field = text === undefined ? invalid('must be text') : normalise(text);
  return { name, field, taken: { by: 'mapping' }, mapped: given };
}

/** The first choice that is valid; where none is, the first one's problem is the one to tell. */
function takeChoice(
  name: LeadField,
  candidate: Candidate,
  choices: FieldChoices,
  normalise: Normalise[LeadField],
): TakenField {
  const certain = firstValid(name, choices.certain(name), normalise);
  if (certain.field.value !== null) return certain;
  const detected = firstValid(name, choices.detected(name), normalise);
  if (detected.field.value !== null) return detected;
  const field =
    [certain, detected].find((one) => one.field.problem !== undefined)?.field ?? nothing(name, candidate);
  return { name, field, taken: { by: 'nothing', problem: field.problem }, mapped: undefined };
}

/** No lead has more values that may be a phone number, and reading one takes microseconds. */
const MOST_TRIED = 40;

function firstValid(name: LeadField, choices: Choice[], normalise: Normalise[LeadField]): TakenField {
  let first: Field | undefined;
  for (const choice of choices.length > MOST_TRIED ? choices.slice(0, MOST_TRIED) : choices) {
    const field = normalise(choice.text, choice.paths.at(-1));
    if (field.value !== null) return { name, field, taken: takenFrom(choice, field), mapped: undefined };
    first ??= field;
  }
  const field = first ?? absent;
  return { name, field, taken: { by: 'nothing', problem: field.problem }, mapped: undefined };
}

function takenFrom(choice: Choice, { completedBy }: Field): Taken {
  return completedBy === undefined ? { by: 'choice', choice } : { by: 'choice', choice, completedBy };
}

function nothing(name: LeadField, { fields }: Candidate): Field {
  return scalarText(fields[name]) === undefined ? invalid('must be text') : absent;
}

function problemOf(name: LeadField, field: Field, required: ReadonlySet<LeadField>): FieldError[] {
  if (field.value !== null || !required.has(name)) return [];
  return [{ field: name, message: field.problem ?? 'is required' }];
}
