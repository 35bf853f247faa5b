import { generic } from './generic.ts';
import type { SourceAdapter } from './adapter.ts';

/**
 * The HTTP module of Make, called Integromat before.
 * https://apps.make.com/http
 */
export const make: SourceAdapter = {
  name: 'make',
  title: 'Make',
  docs: 'https://apps.make.com/http',
  recognise: ({ headers }) =>
    /^(?:Make|Integromat)\//.test(headers['user-agent'] ?? '') ? 'The user agent is Make.' : null,
  read: (request) => generic.read(request),
};
