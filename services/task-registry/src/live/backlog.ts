import { SECOND } from '@taskhook/contracts';

/** What a client is still to be told of, at most so much of it a second. */
export interface Backlog {
  add(id: string): void;
  /** The ids to tell now, newest first, and how many others changed that will not be told. */
  take(now: number): { ids: string[]; more: number };
  isEmpty(): boolean;
}

const PER_SECOND = 10;
/** More than this is not kept: the client reads its list again. */
const KEPT = 50;

/**
 * An id that comes again before it is told is told once. A quiet list is told at once; in a burst the
 * newest of each second are told one by one, and of the rest their number.
 */
export function createBacklog(): Backlog {
  const waiting = new Set<string>();
  let dropped = 0;
  let windowStart = 0;
  let told = 0;
  return {
    add: (id) => {
      waiting.delete(id);
      waiting.add(id);
      if (waiting.size <= KEPT) return;
      const [oldest = ''] = waiting;
      waiting.delete(oldest);
      dropped += 1;
    },
    take: (now) => {
      if (now - windowStart >= SECOND) [windowStart, told] = [now, 0];
      const startsWindow = told === 0;
      const ids = [...waiting].toReversed().slice(0, PER_SECOND - told);
      told += ids.length;
      for (const id of ids) waiting.delete(id);
      if (!startsWindow) return { ids, more: 0 };
      const more = waiting.size + dropped;
      waiting.clear();
      dropped = 0;
      return { ids, more };
    },
    isEmpty: () => waiting.size + dropped === 0,
  };
}
