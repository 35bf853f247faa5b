import { generic } from './generic.ts';
import type { DecodedRequest, SourceAdapter } from './adapter.ts';
import { firstKeys } from '../detect/first-keys.ts';
import { objectAt } from './shape.ts';

/**
 * Leadpages: the form's fields under the names that its author gave them.
 * https://support.leadpages.com
 */
export const leadpages: SourceAdapter = {
  name: 'leadpages',
  title: 'Leadpages',
  docs: 'https://support.leadpages.com',
  recognise,
  read: (request) => generic.read(request),
};

const SIGN = /^_?leadpages?[_-]/i;

function recognise({ body, headers }: DecodedRequest): string | null {
  if (/leadpages/i.test(headers['user-agent'] ?? '')) return 'The user agent is Leadpages.';
  if (/leadpages\.(?:com|net|co)/.test(headers['origin'] ?? headers['referer'] ?? ''))
    return 'The request comes from a page of Leadpages.';
  const form = objectAt(body);
  return form !== undefined && firstKeys(form).some((key) => SIGN.test(key))
    ? "The form holds Leadpages' own fields."
    : null;
}
