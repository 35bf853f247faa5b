import { Type, type Static } from 'typebox';
import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';

const Count = Type.Integer({ minimum: 0 });

/** What became of every lead that was answered with 200: the figures must balance. */
export const LedgerView = Type.Object({
  accepted: Type.Integer({ description: 'Runs that were taken since the installation began' }),
  recorded: Type.Integer({ description: 'Of them, those that are in MongoDB; the sum of `states`' }),
  states: Type.Object({
    succeeded: Count,
    failed: Count,
    skipped: Count,
    cancelled: Count,
    held: Count,
    waiting: Count,
    in_flight: Count,
    erased: Count,
  }),
  unaccounted: Type.Integer({
    description: 'Accepted and not recorded, though the run log of that moment is',
  }),
  balanced: Type.Boolean(),
  run_log_lag: Type.Integer({ description: 'Entries of the run log that are not in MongoDB yet' }),
  at: Type.String({ format: 'date-time', description: 'When it was looked at' }),
});
export type LedgerView = Static<typeof LedgerView>;

/** Throws `unavailable` before it was looked at for the first time. */
export async function ledgerView({ ledger, runLogLag }: Registry): Promise<LedgerView> {
  const state = ledger();
  if (state === null)
    throw new TaskhookError('unavailable', 'The ledger was not looked at yet.', { retryAfter: 5 });
  const { accepted, unaccounted, totals, at } = state;
  const sum = Object.values(totals.states).reduce((total, count) => total + count, 0);
  return {
    accepted,
    recorded: totals.recorded,
    states: totals.states,
    unaccounted,
    balanced: unaccounted === 0 && sum === totals.recorded,
    run_log_lag: await runLogLag(),
    at: new Date(at).toISOString(),
  };
}
