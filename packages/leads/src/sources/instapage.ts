import { generic } from './generic.ts';
import type { DecodedRequest, SourceAdapter } from './adapter.ts';
import { firstKeys } from '../detect/first-keys.ts';
import { countKeys, objectAt } from './shape.ts';

/**
 * Instapage: the form's labels, and the page's own fields beside them.
 * https://help.instapage.com
 */
export const instapage: SourceAdapter = {
  name: 'instapage',
  title: 'Instapage',
  docs: 'https://help.instapage.com',
  recognise,
  read: (request) => generic.read(request),
};

const PAGE_KEYS = [
  'page_id',
  'page_name',
  'page_url',
  'variation',
  'variation_id',
  'variation_name',
  'submission_id',
];

function recognise({ body, headers }: DecodedRequest): string | null {
  if (/instapage/i.test(headers['user-agent'] ?? '')) return 'The user agent is Instapage.';
  const form = objectAt(body);
  if (form === undefined) return null;
  if (firstKeys(form).some((key) => /^_?instapage/i.test(key)))
    return "The form holds Instapage's own fields.";
  const named = firstKeys(form).some((key) => key.startsWith('variation'));
  return named && countKeys(form, PAGE_KEYS) >= 3
    ? 'The fields name a page and a variation of Instapage.'
    : null;
}
