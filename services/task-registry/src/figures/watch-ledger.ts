import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { Redis, RedisKeys, RunLogReader } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import { rethrowStoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { readAccepted } from './accepted.ts';
import { createLedgerTotals, type LedgerTotals } from './ledger-totals.ts';

/** The ledger as it was last looked at. */
export interface LedgerState {
  totals: LedgerTotals;
  /** Runs that were taken by Redis, since the installation began. */
  accepted: number;
  /** Runs that were accepted and are not in MongoDB though the whole run log of that moment is. */
  unaccounted: number;
  /** Milliseconds since 1970. */
  at: number;
}

export interface LedgerWatch {
  /** Null until it was looked at. */
  latest(): LedgerState | null;
  loop: Loop;
}

export interface LedgerWatchOptions {
  store: Store;
  redis: Redis;
  keys: RedisKeys;
  reader: RunLogReader;
  logger: Logger;
  told: (state: LedgerState) => void;
  everyMs?: number;
}

const EVERY_MS = 10 * SECOND;
const POLL_MS = 100;

/**
 * Compares what Redis has taken with what MongoDB holds. The two are never read at one moment: what was
 * taken is read first, and what is held once the run log of that moment is recorded. So leads that come
 * meanwhile never look lost; a loss shows as soon as fewer come than are missing.
 */
export function startLedgerWatch(options: LedgerWatchOptions): LedgerWatch {
  const { store, redis, keys, reader, logger } = options;
  const readTotals = createLedgerTotals(store);
  let latest: LedgerState | null = null;
  const turn = async (signal: AbortSignal): Promise<void> => {
    const end = await reader.end();
    const accepted = await readAccepted(redis, keys, async () => (await readTotals()).recorded);
    if (!(await isCommitted(reader, end, signal))) return;
    const totals = await readTotals();
    const unaccounted = Math.max(0, accepted - totals.recorded);
    latest = { totals, accepted, unaccounted, at: Date.now() };
    options.told(latest);
  };
  const loop = startLoop({
    name: 'ledger watch',
    logger,
    pauseMs: options.everyMs ?? EVERY_MS,
    turn: (signal) => turn(signal).catch(rethrowStoreFault),
  });
  return { latest: () => latest, loop };
}

/** Waits for the recorder to have written everything up to an entry; false where that takes too long. */
async function isCommitted(reader: RunLogReader, id: string, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + MINUTE;
  while (!signal.aborted && Date.now() < deadline) {
    if (await reader.hasCommitted(id)) return true;
    await sleep(POLL_MS);
  }
  return false;
}
