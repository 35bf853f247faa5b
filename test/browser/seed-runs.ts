import { newRunId, type RunStatus } from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import { openStore } from '../../services/task-registry/src/store/store.ts';
import { person } from '../e2e/leads.ts';

/** Most of one insert: FerretDB reads a command whole. */
const BATCH = 1_000;
const APART_MS = 250;
/** Every tenth of them failed. */
const statusOf = (i: number): RunStatus => (i % 10 === 7 ? 'failed' : 'succeeded');

export interface SeedOptions {
  mongodbUrl: string;
  taskId: string;
  count: number;
}

/** Writes ended runs of a task into the database, number 0 the oldest, as the recorder would have left them. */
export async function seedRuns({ mongodbUrl, taskId, count }: SeedOptions): Promise<void> {
  const store = await openStore(mongodbUrl, silentLogger);
  const start = Date.now() - count * APART_MS;
  try {
    for (let from = 0; from < count; from += BATCH) {
      const size = Math.min(BATCH, count - from);
      const docs = Array.from({ length: size }, (_none, i) => runDoc(taskId, from + i, start));
      await store.runs.insertMany(docs, { lean: true });
    }
  } finally {
    await store.close();
  }
}

function runDoc(taskId: string, i: number, start: number) {
  const at = new Date(start + i * APART_MS);
  const status = statusOf(i);
  const step = { id: 'hello', channel: 'preview', status, order: 2 } as const;
  return {
    _id: newRunId(at.getTime()),
    task_id: taskId,
    task_revision: 1,
    status,
    test: false,
    source: 'generic',
    lead: { ...person(i), extra_fields: '{}' },
    received_at: at,
    finished_at: at,
    order: 2,
    version: 1,
    steps: { '0': { ...step, rendered: '{"text":"Ciao, ti va di sentirci?"}', rendered_order: 1 } },
  };
}
