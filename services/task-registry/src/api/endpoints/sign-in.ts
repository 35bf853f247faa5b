import { Type } from 'typebox';
import { signIn } from '../../sessions/sign-in.ts';
import { SessionView, toSessionView } from '../../sessions/session-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { sessionCookie } from '../session-cookie.ts';

const Body = Type.Object(
  {
    key: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000, description: 'The admin key' })),
    link_token: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'What a sign-in link carries' }),
    ),
  },
  { additionalProperties: false },
);

export const signInEndpoint = defineEndpoint({
  id: 'signIn',
  method: 'post',
  path: '/v1/session',
  tag: 'Session',
  summary: 'Sign in with the admin key or a link; sets the cookie of a session',
  access: 'console',
  needsStore: false,
  body: Body,
  answer: { status: 201, description: 'The session', schema: SessionView },
  errors: ['malformed_body', 'invalid_request', 'forbidden', 'rate_limited'],
  handle: async (registry, { body }, call) => {
    const caller = await signIn(registry, body, call.address);
    call.setHeader('set-cookie', sessionCookie(caller.token, caller.session.expiresAt, call.secure));
    return toSessionView(caller);
  },
});
