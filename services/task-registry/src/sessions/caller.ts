import type { Session } from './session-store.ts';

/** On whose authority a call comes. */
export type Caller = { by: 'nobody' } | { by: 'key' } | { by: 'session'; token: string; session: Session };
