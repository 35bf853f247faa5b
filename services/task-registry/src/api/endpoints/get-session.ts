import { SessionView, toSessionView } from '../../sessions/session-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getSessionEndpoint = defineEndpoint({
  id: 'getSession',
  method: 'get',
  path: '/v1/session',
  tag: 'Session',
  summary: 'Show who is signed in and until when',
  needsStore: false,
  answer: { status: 200, description: 'The session, or the key that was sent', schema: SessionView },
  errors: [],
  handle: (_registry, _input, { caller }) => toSessionView(caller),
});
