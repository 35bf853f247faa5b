import { createRunLogReader, type Redis, type RedisKeys } from '@taskhook/queue';

/** What the run log says of the leads: which were accepted, which are finished, and when. */
export interface Ledger {
  /** Reads what is new; where nobody else reads the log, what was read is removed from it. */
  collect(): Promise<void>;
  /** Run id → milliseconds since 1970 at which its lead was received. */
  received: ReadonlyMap<string, number>;
  /** Run id → milliseconds since 1970 at which it succeeded. */
  finished: ReadonlyMap<string, number>;
  /** Throws where the answered runs are not, one by one, those that were accepted and finished. */
  reconcile(runIds: readonly string[], sent: number): void;
  /** Milliseconds from acceptance to delivery of each of the runs. */
  firstTouches(runIds: readonly string[]): number[];
}

const ENTRIES_PER_READ = 1_000;

export async function createLedger(
  redis: Redis,
  keys: RedisKeys,
  { alone }: { alone: boolean },
): Promise<Ledger> {
  const received = new Map<string, number>();
  const finished = new Map<string, number>();
  const reader = createRunLogReader({
    blocking: redis,
    commands: redis,
    key: keys.runLog,
    group: 'bench',
    consumer: 'bench',
  });
  await reader.ensureGroup();
  const collect = async (): Promise<void> => {
    for (;;) {
      const { entries } = await reader.read(ENTRIES_PER_READ, 1);
      if (entries.length === 0) break;
      for (const event of entries.flatMap(({ events }) => events)) {
        if (event.type === 'accepted') received.set(event.run_id, event.received_at);
        else if (event.type === 'progress' && event.status === 'succeeded')
          finished.set(event.run_id, event.at);
      }
      await reader.acknowledge(entries.map(({ id }) => id));
    }
    if (alone) await reader.trim();
  };
  return {
    collect,
    received,
    finished,
    reconcile: (runIds, sent) => {
      const answered = new Set(runIds);
      const missing = [...answered].filter((id) => !received.has(id) || !finished.has(id));
      const counts = { sent, answered: answered.size, received: received.size, finished: finished.size };
      const equal = Object.values(counts).every((count) => count === sent);
      if (missing.length > 0 || !equal) {
        throw new Error(`ids do not reconcile: ${JSON.stringify({ ...counts, missing: missing.length })}`);
      }
    },
    firstTouches: (runIds) =>
      runIds.map((id) => (finished.get(id) ?? Number.NaN) - (received.get(id) ?? Number.NaN)),
  };
}
