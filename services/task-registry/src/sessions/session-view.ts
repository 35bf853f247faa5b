import { readFileSync } from 'node:fs';
import { Type, type Static } from 'typebox';
import { literals } from '@taskhook/contracts';
import type { Caller } from './caller.ts';

const DateTimeOrNull = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);

/** Who calls, and what this server can do for them. */
export const SessionView = Type.Object({
  by: literals(['key', 'session'] as const, {
    description: 'Whether the call carried the admin key itself or the cookie of a session',
  }),
  signed_in_at: DateTimeOrNull,
  idle_expires_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'When the session ends where it is not used',
  }),
  expires_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'When the session ends in any case',
  }),
  capabilities: Type.Array(Type.String(), { description: 'What this server offers besides the plain lists' }),
  version: Type.String({ description: 'The version of Taskhook' }),
});
export type SessionView = Static<typeof SessionView>;

const capabilities: readonly string[] = [
  'sign_in_links',
  'live_runs',
  'task_stats',
  'ledger',
  'operations',
  'notices',
  'queue_board',
];
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export function toSessionView(caller: Caller): SessionView {
  const more = { capabilities: [...capabilities], version };
  if (caller.by !== 'session')
    return { by: 'key', signed_in_at: null, idle_expires_at: null, expires_at: null, ...more };
  const { signedInAt, idleExpiresAt, expiresAt } = caller.session;
  return {
    by: 'session',
    signed_in_at: new Date(signedInAt).toISOString(),
    idle_expires_at: new Date(idleExpiresAt).toISOString(),
    expires_at: new Date(expiresAt).toISOString(),
    ...more,
  };
}
