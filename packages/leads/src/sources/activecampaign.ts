import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, hasKeys, objectAt, textAt } from './shape.ts';

/**
 * ActiveCampaign's webhooks: forms with bracketed names, `contact[email]`, `contact[fields][colour]`.
 * https://developers.activecampaign.com/page/webhooks
 */
export const activecampaign: SourceAdapter = {
  name: 'activecampaign',
  title: 'ActiveCampaign',
  docs: 'https://developers.activecampaign.com/page/webhooks',
  recognise,
  read,
};

const ENVELOPE_KEYS = ['type', 'initiated_from', 'initiated_by', 'date_time', 'list', 'seriesid'];
/** What a contact or a mail did after it had become one. */
const NO_LEAD = new Set([
  'unsubscribe',
  'update',
  'open',
  'click',
  'bounce',
  'sent',
  'forward',
  'share',
  'reply',
  'contact_tag_removed',
  'unsubscribe_reason',
]);
const KNOWN: KnownKeys = {
  full_name: [['first_name', 'last_name']],
  phone: [['phone']],
  email: [['email']],
};

function recognise({ body, kind }: DecodedRequest): string | null {
  const root = objectAt(body);
  const contact = objectAt(root, 'contact');
  if (root === undefined || contact === undefined) return null;
  const least = kind === 'json' ? 3 : 1;
  return hasKeys(contact, 'id') && countKeys(root, ENVELOPE_KEYS) >= least
    ? "The body holds contact[id], as ActiveCampaign's webhooks do."
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const root = objectAt(body) ?? {};
  const contact = objectAt(root, 'contact');
  const type = textAt(root, 'type');
  if (type !== undefined && NO_LEAD.has(type)) {
    return { type: 'ignored', reason: `ActiveCampaign's event ${type} is no new contact.` };
  }
  const { fields, addAll } = fieldSet();
  addAll(contact, ...(objectAt(contact, 'fields') === undefined ? [] : ['fields']));
  addAll(objectAt(contact, 'fields'));
  addAll(root, ...(contact === undefined ? [] : ['contact']));
  return { type: 'leads', candidates: [{ fields, known: knownFields(fields, KNOWN) }] };
}
