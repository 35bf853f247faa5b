import { statfs } from 'node:fs/promises';
import { spoolUnavailable } from './spool-unavailable.ts';
import type { Store } from './store.ts';

/** Whether there is room on the disk, and whether the disk does what it is told. */
export interface Capacity {
  /** Throws `unavailable` where so many further bytes have no room beside those that are held. */
  check(held: number, further: number): Promise<void>;
  /** Why nothing is taken now; undefined where something is. */
  problem(held: number): Promise<string | undefined>;
  /** The outcome of work on the store. Work that fails makes it unusable; throws `unavailable`. */
  guard<T>(work: Promise<T>): Promise<T>;
  /** Opens an unusable store again, at most once a second; throws `unavailable` where that fails. */
  usable(reopened: () => Promise<unknown>): Promise<void>;
}

export interface CapacityOptions {
  store: Store;
  maxBytes: number;
  minFreeBytes: number;
}

const STATE_MS = 500;
const REOPEN_MS = 1_000;
const FAILED = 'its disk failed';

/**
 * A write that fails may have written a part, and what LevelDB writes behind that part is not found
 * again: so the store is opened anew before anything else is written to it.
 */
export function capacity({ store, maxBytes, minFreeBytes }: CapacityOptions): Capacity {
  const state = { failed: false, triedAt: 0, free: Number.POSITIVE_INFINITY, readAt: -STATE_MS };
  let reopening: Promise<void> | undefined;
  const freeBytes = async (): Promise<number> => {
    if (performance.now() - state.readAt < STATE_MS) return state.free;
    state.readAt = performance.now();
    const { bavail, bsize } = await statfs(store.location);
    state.free = bavail * bsize;
    return state.free;
  };
  const room = async (held: number, further: number): Promise<string | undefined> => {
    if (held + further > maxBytes) return 'its spool is full';
    return (await freeBytes()) - further < minFreeBytes ? 'the disk of its spool is almost full' : undefined;
  };
  return {
    check: async (held, further) => {
      const reason = await room(held, further);
      if (reason !== undefined) throw spoolUnavailable(reason);
    },
    problem: (held) => (state.failed ? Promise.resolve(FAILED) : room(held, 1)),
    guard: async (work) => {
      try {
        return await work;
      } catch (cause) {
        state.failed = true;
        state.triedAt = performance.now();
        throw spoolUnavailable(FAILED, cause);
      }
    },
    usable: async (reopened) => {
      if (!state.failed) return;
      if (reopening === undefined && performance.now() - state.triedAt < REOPEN_MS)
        throw spoolUnavailable(FAILED);
      reopening ??= reopen(store, reopened).finally(() => {
        state.triedAt = performance.now();
        reopening = undefined;
      });
      await reopening;
      state.failed = false;
    },
  };
}

async function reopen(store: Store, reopened: () => Promise<unknown>): Promise<void> {
  try {
    await store.close();
    await store.open();
    await reopened();
  } catch (cause) {
    throw spoolUnavailable(FAILED, cause);
  }
}
