import { DAY, HOUR, lowestRunId, runStatuses, type RunStatus } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { Logger } from '@taskhook/telemetry';
import type { RegistryEvents } from '../events.ts';
import type { LedgerDoc } from '../store/stats-model.ts';
import { isDuplicateKey, rethrowStoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { hourOf, hourOfId, startOfHour } from './hours.ts';

export interface ReconcileOptions {
  store: Store;
  events: RegistryEvents;
  logger: Logger;
}

const PAGE = 1_000;
const RECENT_MS = 2 * DAY;

/** At the start and once a day all runs are counted, and every hour those of the last two days. */
export function startLedgerReconciler(options: ReconcileOptions): Loop {
  let countedAll = 0;
  return startLoop({
    name: 'ledger',
    logger: options.logger,
    pauseMs: HOUR,
    turn: async (signal) => {
      const now = Date.now();
      const isFull = now - countedAll >= DAY;
      await reconcileLedger(options, isFull ? 0 : now - RECENT_MS, signal).catch(rethrowStoreFault);
      if (isFull) countedAll = now;
    },
  });
}

/**
 * Counts the runs that came since a time, hour by hour, and corrects what the ledger says of them. An
 * hour whose runs change meanwhile is left for the next time: its count would be true of no moment.
 */
export async function reconcileLedger(
  { store, events }: ReconcileOptions,
  since: number,
  signal?: AbortSignal,
): Promise<void> {
  const from = hourOf(since);
  const docs = await store.ledger.find({ _id: { $gte: from } }).lean<LedgerDoc[]>();
  const known = new Map(docs.map((doc) => [doc._id, doc]));
  for (const hour of await hoursOf(store, from, known)) {
    signal?.throwIfAborted();
    const before = await store.ledger.findById(hour).lean<LedgerDoc | null>();
    const counted = await countHour(store, hour, signal);
    const drift = driftOf(before, counted);
    const size = Object.values(drift).reduce((sum, by) => sum + Math.abs(by), 0);
    if (size > 0 && (await correct(store, hour, before, drift)))
      events.ledgerCorrected({ hour, drift: size });
  }
}

/** The hours in which runs came, each found by the first run after the one before. */
async function hoursOf(store: Store, from: string, known: ReadonlyMap<string, LedgerDoc>): Promise<string[]> {
  const hours = new Set(known.keys());
  let after = lowestRunId(startOfHour(from));
  for (;;) {
    const [next] = await store.runs
      .find({ _id: { $gte: after } }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(1)
      .lean();
    if (next === undefined) return [...hours].toSorted();
    const hour = hourOfId(next._id);
    hours.add(hour);
    after = lowestRunId(startOfHour(hour) + HOUR);
  }
}

type Counts = Partial<Record<RunStatus, number>>;

async function countHour(store: Store, hour: string, signal?: AbortSignal): Promise<Counts> {
  const counts: Counts = {};
  const end = lowestRunId(startOfHour(hour) + HOUR);
  let after = lowestRunId(startOfHour(hour));
  for (;;) {
    signal?.throwIfAborted();
    const page = await store.runs
      .find({ _id: { $gte: after, $lt: end } }, { status: 1 })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    for (const { status } of page) counts[status] = (counts[status] ?? 0) + 1;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return counts;
    // The lowest id after it.
    after = `${last._id}0`;
  }
}

/** What to add to the ledger. Runs that are no longer there were erased; those that it lacks were accepted. */
function driftOf(ledger: LedgerDoc | null, counted: Counts): Record<string, number> {
  const drift: Record<string, number> = {};
  let total = 0;
  for (const status of runStatuses) {
    const by = (counted[status] ?? 0) - (ledger?.[status] ?? 0);
    if (by !== 0) drift[status] = by;
    total += counted[status] ?? 0;
  }
  const missing = (ledger?.accepted ?? 0) - (ledger?.erased ?? 0) - total;
  if (missing > 0) drift['erased'] = missing;
  if (missing < 0) drift['accepted'] = -missing;
  return drift;
}

/** False where the hour was written to since it was read. */
function correct(
  store: Store,
  hour: string,
  before: LedgerDoc | null,
  drift: Record<string, number>,
): Promise<boolean> {
  const at = new Date();
  return store.writeStats(async () => {
    if (before === null) {
      try {
        await store.ledger.create([{ _id: hour, ...drift, writes: 1, at }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    }
    const filter = { _id: hour, writes: before.writes };
    const written = await store.ledger.updateOne(filter, { $inc: { ...drift, writes: 1 }, $set: { at } });
    return written.matchedCount === 1;
  });
}
