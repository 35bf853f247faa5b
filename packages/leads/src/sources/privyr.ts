import { generic } from './generic.ts';
import type { SourceAdapter } from './adapter.ts';

/**
 * Privyr, which passes on the leads of ad forms.
 * https://help.privyr.com
 */
export const privyr: SourceAdapter = {
  name: 'privyr',
  title: 'Privyr',
  docs: 'https://help.privyr.com',
  recognise: ({ headers }) =>
    /privyr/i.test(headers['user-agent'] ?? '') ? 'The user agent is Privyr.' : null,
  read: (request) => generic.read(request),
};
