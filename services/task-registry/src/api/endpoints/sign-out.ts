import { defineEndpoint } from '../define-endpoint.ts';
import { endedCookie } from '../session-cookie.ts';

export const signOutEndpoint = defineEndpoint({
  id: 'signOut',
  method: 'delete',
  path: '/v1/session',
  tag: 'Session',
  summary: 'End the session that the call comes with',
  needsStore: false,
  answer: { status: 204, description: 'The session has ended' },
  errors: ['forbidden'],
  handle: async ({ sessions, events }, _input, { caller, setHeader, secure }) => {
    if (caller.by !== 'session') return;
    await sessions.end(caller.token);
    events.signedOut();
    setHeader('set-cookie', endedCookie(secure));
  },
});
