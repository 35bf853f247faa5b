import { generic } from './generic.ts';
import type { SourceAdapter } from './adapter.ts';

/**
 * Webhooks by Zapier: the keys that the zap's author typed, flat, with double underscores or nested.
 * https://help.zapier.com/hc/articles/8496326446989
 */
export const zapier: SourceAdapter = {
  name: 'zapier',
  title: 'Zapier',
  docs: 'https://help.zapier.com/hc/articles/8496326446989',
  recognise: ({ headers }) =>
    headers['user-agent']?.startsWith('Zapier') === true ? 'The user agent is Zapier.' : null,
  read: (request) => generic.read(request),
};
