import { generic } from './generic.ts';
import type { SourceAdapter } from './adapter.ts';

/**
 * The HTTP Request node of n8n.
 * https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.httprequest/
 */
export const n8n: SourceAdapter = {
  name: 'n8n',
  title: 'n8n',
  docs: 'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.httprequest/',
  recognise: ({ headers }) =>
    headers['user-agent']?.toLowerCase().startsWith('n8n') === true ? 'The user agent is n8n.' : null,
  read: (request) => generic.read(request),
};
