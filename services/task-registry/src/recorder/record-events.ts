import type { RunLogEvent } from '@taskhook/contracts';
import { isDuplicateKey } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { quarantineOperation } from './quarantine-operations.ts';
import { runOperations } from './run-operations.ts';
import { foldRun, type RunEvent } from './run-update.ts';

/**
 * Writes events to MongoDB. They may come in any order and more than once: the documents end up the
 * same. When it rejects, some may be written; write all of them again.
 */
export async function recordEvents(store: Store, events: readonly RunLogEvent[]): Promise<void> {
  const runEvents: RunEvent[] = events.filter((event) => event.type !== 'quarantined');
  const quarantined = events.filter((event) => event.type === 'quarantined');
  const byRun = Map.groupBy(runEvents, ({ run_id }) => run_id);
  const runWrites = [...byRun].flatMap(([runId, group]) => runOperations(foldRun(runId, group)));
  const quarantineWrites = quarantined.map(quarantineOperation);
  if (runWrites.length > 0) {
    await store.writeRun(() => retryDuplicates(() => store.runs.bulkWrite(runWrites, { ordered: true })));
  }
  if (quarantineWrites.length > 0) {
    await store.writeQuarantine(() => retryDuplicates(() => store.quarantine.bulkWrite(quarantineWrites)));
  }
}

const TRIES = 5;

/** Two upserts of the same id at once: one of them fails, and finds the document at the next try. */
async function retryDuplicates(write: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (!isDuplicateKey(error) || tries === TRIES) throw error;
    }
  }
}
