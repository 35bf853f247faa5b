import { Type } from 'typebox';
import { defineEndpoint } from '../define-endpoint.ts';

const SignInLink = Type.Object({
  path: Type.String({ description: 'To be opened at the address of the console, once' }),
  token: Type.String(),
  expires_at: Type.String({ format: 'date-time' }),
});

export const createSignInLinkEndpoint = defineEndpoint({
  id: 'createSignInLink',
  method: 'post',
  path: '/v1/session/links',
  tag: 'Session',
  summary: 'Make a link that signs in to the console once, within minutes; needs the key itself',
  access: 'key',
  needsStore: false,
  answer: { status: 201, description: 'The link', schema: SignInLink },
  errors: ['forbidden'],
  handle: async ({ sessions }) => {
    const { token, expiresAt } = await sessions.createLink();
    return { path: `/sign-in?token=${token}`, token, expires_at: new Date(expiresAt).toISOString() };
  },
});
