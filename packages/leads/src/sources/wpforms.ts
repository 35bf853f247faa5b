import type { JsonValue } from '../json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { hasKeys, objectAt } from './shape.ts';

/**
 * WPForms, Webhooks add-on: keys are what the form's author typed, several values and the lines of an
 * address are joined with `||`.
 * https://wpforms.com/docs/
 */
export const wpforms: SourceAdapter = {
  name: 'wpforms',
  title: 'WPForms',
  docs: 'https://wpforms.com/docs/',
  recognise,
  read,
};

const SEPARATOR = '||';
const ADDRESS_KEY = /addr|indirizz|direcc|endere|anschrift/i;

function recognise({ headers }: DecodedRequest): string | null {
  if (headers['x-wpforms-webhook-id'] !== undefined)
    return 'The request carries the id of a webhook of WPForms.';
  return headers['user-agent']?.toLowerCase().startsWith('wpforms') === true
    ? 'The user agent is WPForms.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const form = objectAt(body) ?? {};
  const { fields, add } = fieldSet();
  for (const [key, value] of Object.entries(form)) {
    const dated = objectAt(value);
    if (dated !== undefined && hasKeys(dated, 'value', 'unix')) {
      add(key, dated['value']);
      add(`${key}_unix`, dated['unix']);
    } else add(key, separated(key, value));
  }
  return { type: 'leads', candidates: [{ fields }] };
}

function separated(key: string, value: JsonValue): JsonValue {
  if (typeof value !== 'string' || !value.includes(SEPARATOR)) return value;
  const parts = value.split(SEPARATOR).filter((part) => part.trim() !== '');
  return ADDRESS_KEY.test(key) ? parts.join(', ') : parts;
}
