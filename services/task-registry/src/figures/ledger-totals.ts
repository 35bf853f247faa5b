import { MINUTE } from '@taskhook/contracts';
import type { LedgerDoc } from '../store/stats-model.ts';
import type { Store } from '../store/store.ts';

export const ledgerStates = [
  'succeeded',
  'failed',
  'skipped',
  'cancelled',
  'held',
  'waiting',
  'in_flight',
  'erased',
] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** How many runs are in MongoDB, and in which state. */
export interface LedgerTotals {
  recorded: number;
  states: Record<LedgerState, number>;
}

/** Clocks of several replicas may differ by so much. */
const OVERLAP_MS = MINUTE;

/** Reads the sums; of the hours that did not change since the last time it knows them. */
export function createLedgerTotals(store: Pick<Store, 'ledger'>): () => Promise<LedgerTotals> {
  const hours = new Map<string, LedgerDoc>();
  let newest = 0;
  return async () => {
    const changed = await store.ledger
      .find({ at: { $gte: new Date(newest - OVERLAP_MS) } })
      .lean<LedgerDoc[]>();
    for (const doc of changed) {
      hours.set(doc._id, doc);
      newest = Math.max(newest, doc.at.getTime());
    }
    return sumOf([...hours.values()]);
  };
}

function sumOf(docs: readonly LedgerDoc[]): LedgerTotals {
  const sum = (valueOf: (doc: LedgerDoc) => number | undefined): number =>
    docs.reduce((total, doc) => total + (valueOf(doc) ?? 0), 0);
  return {
    recorded: sum(({ accepted }) => accepted),
    states: {
      succeeded: sum(({ succeeded }) => succeeded),
      failed: sum(({ failed }) => failed),
      skipped: sum(({ skipped }) => skipped),
      cancelled: sum(({ cancelled }) => cancelled),
      held: sum(({ held }) => held),
      waiting: sum(({ waiting }) => waiting),
      in_flight: sum(({ queued = 0, running = 0 }) => queued + running),
      erased: sum(({ erased }) => erased),
    },
  };
}
