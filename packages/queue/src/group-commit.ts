/** Gathers items that arrive together, so that they share a round trip. */
export interface GroupCommit<T, R = void> {
  /**
   * Resolves with what became of the item when the group that it is in is committed; rejects when that
   * group failed.
   */
  add(item: T): Promise<R>;
  /** Items that are gathered or on their way. */
  pending(): number;
  /** Resolves when everything that was added has an outcome. */
  idle: () => Promise<void>;
}

export interface GroupCommitOptions<T, R = void> {
  /** Commits a group whole and gives what became of each item, if anything; or rejects for all of it. */
  commit: (items: T[]) => Promise<readonly R[] | void>;
  /** Most items of a group. */
  maxItems: number;
  /** Groups that may be on their way at once; while as many are, items gather. */
  maxInFlight: number;
  /**
   * Milliseconds after which an item that still waits for its place fails with the next group that does.
   * Else it would wait out the time-out of one group and then that of its own.
   */
  maxWaitMs?: number;
  /**
   * Milliseconds between the starts of two groups that are not full: items that come one by one, but often,
   * share groups for the price of so much delay. An item that comes alone goes at once.
   */
  paceMs?: number;
}

interface Waiting<T, R> {
  item: T;
  /** When it came, as `performance.now()` tells. */
  since: number;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * A group goes as soon as the current turn of the event loop has been heard, a place is free and its pace
 * allows: the busier it is the larger the groups.
 */
export function createGroupCommit<T, R = void>(options: GroupCommitOptions<T, R>): GroupCommit<T, R> {
  const waiting: Waiting<T, R>[] = [];
  const idlers: (() => void)[] = [];
  const { maxItems, maxInFlight, paceMs = 0 } = options;
  let inFlight = 0;
  let itemsInFlight = 0;
  let scheduled = false;
  let notBefore = 0;
  let timer: NodeJS.Timeout | undefined;

  const send = async (group: Waiting<T, R>[]): Promise<void> => {
    inFlight += 1;
    itemsInFlight += group.length;
    notBefore = performance.now() + paceMs;
    try {
      const results = (await options.commit(group.map(({ item }) => item))) ?? [];
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as R);
    } catch (error) {
      const before = performance.now() - (options.maxWaitMs ?? Number.POSITIVE_INFINITY);
      const overdue = waiting.findIndex(({ since }) => since > before);
      const failed = waiting.splice(0, overdue === -1 ? waiting.length : overdue);
      for (const { reject } of [...group, ...failed]) reject(error);
    } finally {
      inFlight -= 1;
      itemsInFlight -= group.length;
      if (!scheduled) schedule();
    }
  };
  const flush = (): void => {
    scheduled = false;
    timer = undefined;
    while (waiting.length > 0 && inFlight < maxInFlight) void send(waiting.splice(0, maxItems));
    if (waiting.length === 0 && inFlight === 0) for (const resolve of idlers.splice(0)) resolve();
  };
  const schedule = (): void => {
    const delayMs = waiting.length < maxItems ? notBefore - performance.now() : 0;
    if (waiting.length === 0 || delayMs <= 0) return flush();
    scheduled = true;
    timer = setTimeout(flush, delayMs);
  };
  const flushFull = (): void => {
    clearTimeout(timer);
    flush();
  };
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, since: performance.now(), resolve, reject });
        if (timer !== undefined && waiting.length >= maxItems) return flushFull();
        if (scheduled || inFlight >= maxInFlight) return;
        scheduled = true;
        setImmediate(schedule);
      }),
    pending: () => waiting.length + itemsInFlight,
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        if (!scheduled) setImmediate(flush);
      }),
  };
}
