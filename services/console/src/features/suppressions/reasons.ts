import type { Suppression } from '../../api/types.ts';

/** Why an address may be suppressed, the usual one first. */
export const reasons = [
  'requested',
  'opted_out',
  'unsubscribed',
  'complained',
  'bounced',
  'other',
] as const satisfies readonly Suppression['reason'][];

export type Reason = Suppression['reason'];
