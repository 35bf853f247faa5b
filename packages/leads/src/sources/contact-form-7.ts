import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, objectAt } from './shape.ts';

/**
 * Contact Form 7 through the plugin "CF7 to Webhook", or a form of it whose action was pointed here.
 * https://wordpress.org/plugins/cf7-to-zapier/
 */
export const contactForm7: SourceAdapter = {
  name: 'contact-form-7',
  title: 'Contact Form 7',
  docs: 'https://wordpress.org/plugins/cf7-to-zapier/',
  recognise,
  read,
};

const TEMPLATE_KEYS = ['your-name', 'your-email', 'your-subject', 'your-message', 'your-tel', 'your-phone'];
const CONTROL_START = '_wpcf7';
const KNOWN: KnownKeys = {
  full_name: [['your-name'], ['your-first-name', 'your-last-name']],
  phone: [['your-tel'], ['your-phone'], ['tel-1']],
  email: [['your-email']],
};

function recognise({ body, headers }: DecodedRequest): string | null {
  const form = objectAt(body);
  if (form === undefined) return null;
  if (Object.hasOwn(form, '_wpcf7')) return 'The form holds _wpcf7, as Contact Form 7 does.';
  if (countKeys(form, TEMPLATE_KEYS) >= 2) return 'The fields have the names of a form of Contact Form 7.';
  const fromWordpress = headers['user-agent']?.startsWith('WordPress/') === true;
  return fromWordpress && Object.hasOwn(form, '_remote_ip') && Object.hasOwn(form, '_url')
    ? 'The body holds _remote_ip and _url, as the plugin CF7 to Webhook sends them.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const { fields, add } = fieldSet();
  for (const [key, value] of Object.entries(objectAt(body) ?? {})) {
    if (!key.startsWith(CONTROL_START)) add(key, value);
  }
  return { type: 'leads', candidates: [{ fields, known: knownFields(fields, KNOWN) }] };
}
