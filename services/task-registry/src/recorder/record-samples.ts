import type { RequestSampled } from '@taskhook/contracts';
import { toJsonText } from '../store/json-text.ts';
import type { SampleDoc } from '../store/sample-model.ts';
import { isDuplicateKey } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';

/** How many samples of a task are kept. */
export const SAMPLES_KEPT = 20;

/** Inserts the samples that are not there yet; of each task the newest stay. */
export async function recordSamples(store: Store, events: readonly RequestSampled[]): Promise<void> {
  const byTask = Map.groupBy(events, ({ task_id }) => task_id);
  const newest = [...byTask.values()].flatMap((group) =>
    eachOnce(group).toSorted(newestFirst).slice(0, SAMPLES_KEPT),
  );
  await store.writeSample(async () => {
    await insert(store, newest.map(sampleDocument));
    for (const taskId of byTask.keys()) await removeOld(store, taskId);
  });
}

/** An event may come again in the same batch, and must not take the place of another. */
function eachOnce(events: readonly RequestSampled[]): RequestSampled[] {
  return [...new Map(events.map((event) => [event.sample_id, event])).values()];
}

/** Ids begin with their time. */
function newestFirst(a: RequestSampled, b: RequestSampled): number {
  return a.sample_id < b.sample_id ? 1 : -1;
}

function sampleDocument(event: RequestSampled): SampleDoc {
  return {
    _id: event.sample_id,
    task_id: event.task_id,
    received_at: new Date(event.received_at),
    request: toJsonText(event.request),
  };
}

async function insert(store: Store, samples: readonly SampleDoc[]): Promise<void> {
  const inserts = samples.map((document) => ({ insertOne: { document } }));
  try {
    await store.samples.bulkWrite(inserts, { ordered: false, throwOnValidationError: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

async function removeOld(store: Store, taskId: string): Promise<void> {
  const old = await store.samples
    .find({ task_id: taskId }, { _id: 1 })
    .sort({ _id: -1 })
    .skip(SAMPLES_KEPT)
    .lean();
  if (old.length > 0) await store.samples.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
}
