/** Gathers items that arrive together, so that they share a round trip. */
export interface GroupCommit<T> {
  /** Resolves when the group that the item is in is committed; rejects when that group failed. */
  add(item: T): Promise<void>;
  /** Items that are gathered or on their way. */
  pending(): number;
  /** Resolves when everything that was added has an outcome. */
  idle: () => Promise<void>;
}

export interface GroupCommitOptions<T> {
  /** Commits a group whole, or rejects for all of it. */
  commit: (items: T[]) => Promise<void>;
  /** Most items of a group. */
  maxItems: number;
  /** Groups that may be on their way at once; while as many are, items gather. */
  maxInFlight: number;
}

interface Waiting<T> {
  item: T;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * A group goes as soon as the current turn of the event loop has been heard and a place is free: no
 * item waits for a timer, and the busier it is the larger the groups.
 */
export function createGroupCommit<T>(options: GroupCommitOptions<T>): GroupCommit<T> {
  const waiting: Waiting<T>[] = [];
  const idlers: (() => void)[] = [];
  let inFlight = 0;
  let itemsInFlight = 0;
  let scheduled = false;

  const send = async (group: Waiting<T>[]): Promise<void> => {
    inFlight += 1;
    itemsInFlight += group.length;
    try {
      await options.commit(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      inFlight -= 1;
      itemsInFlight -= group.length;
      flush();
    }
  };
  const flush = (): void => {
    scheduled = false;
    while (waiting.length > 0 && inFlight < options.maxInFlight)
      void send(waiting.splice(0, options.maxItems));
    if (waiting.length === 0 && inFlight === 0) for (const resolve of idlers.splice(0)) resolve();
  };
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (scheduled || inFlight >= options.maxInFlight) return;
        scheduled = true;
        setImmediate(flush);
      }),
    pending: () => waiting.length + itemsInFlight,
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        if (!scheduled) setImmediate(flush);
      }),
  };
}
