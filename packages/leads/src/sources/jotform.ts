import { decodeEmbeddedJson } from '../decode/embedded-json.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { jotformValue } from './jotform-value.ts';
import { jotformLabels } from './jotform-labels.ts';
import { knownByLabels } from './known-by-labels.ts';
import type { KnownFields } from './known-fields.ts';
import { countKeys, isEmpty, objectAt, textAt } from './shape.ts';

/**
 * Jotform: the answers are a JSON text inside one field of a multipart form, under keys such as
 * `q3_name` whose values are objects for names, phones and addresses.
 * https://www.jotform.com/help/245-how-to-setup-a-webhook-with-jotform/
 */
export const jotform: SourceAdapter = {
  name: 'jotform',
  title: 'Jotform',
  docs: 'https://www.jotform.com/help/245-how-to-setup-a-webhook-with-jotform/',
  recognise,
  read,
};

const ENVELOPE_KEYS = ['formID', 'submissionID', 'webhookURL', 'formTitle', 'pretty'];
/** Of the form's owner or of the delivery; `pretty` says all answers a second time. */
const NOT_FIELDS = [
  'rawRequest',
  'webhookURL',
  'username',
  'pretty',
  'action',
  'isSilent',
  'fromTable',
  'unread',
];
/** A field that people do not see, in every form of Jotform. */
const HONEYPOT = 'website';
const RAW_NOT_FIELDS = [
  'slug',
  'jsExecutionTracker',
  'submitSource',
  'submitDate',
  'buildDate',
  'uploadServerUrl',
  'eventObserver',
  'event_id',
  'path',
  HONEYPOT,
  'timeToSubmit',
  'validatedNewRequiredFieldIDs',
  'visitedPages',
  'simple_spc',
];

function recognise({ body }: DecodedRequest): string | null {
  const form = objectAt(body);
  if (form === undefined) return null;
  const jotformKeys = countKeys(form, ENVELOPE_KEYS);
  return (form['rawRequest'] !== undefined && jotformKeys >= 1) || jotformKeys >= 3
    ? 'The form holds rawRequest and formID, as Jotform sends them.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const form = objectAt(body) ?? {};
  const raw = objectAt(decodeEmbeddedJson(form['rawRequest']) ?? form['rawRequest']);
  if (!isEmpty(raw?.[HONEYPOT]))
    return { type: 'ignored', reason: 'The trap for robots of the form is filled in.' };
  const { fields, add, addAll } = fieldSet();
  const proven: KnownFields = {};
  for (const [name, value] of Object.entries(raw ?? {})) {
    if (RAW_NOT_FIELDS.includes(name) || isEmpty(value)) continue;
    const answer = jotformValue(value);
    const key = add(name, answer.value);
    if (answer.is !== undefined) proven[answer.is] ??= [key];
  }
  const known = { ...knownByLabels(fields, jotformLabels(fields, textAt(form, 'pretty'))), ...proven };
  addAll(
    withoutEmpty(form),
    ...(raw === undefined
      ? NOT_FIELDS.filter((key) => key !== 'rawRequest' && key !== 'pretty')
      : NOT_FIELDS),
  );
  const eventId = textAt(form, 'submissionID');
  return { type: 'leads', candidates: [{ fields, known, ...(eventId === undefined ? {} : { eventId }) }] };
}

function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter((entry: [string, JsonValue]) => !isEmpty(entry[1])),
  );
}
