import { setImmediate as nextTurn } from 'node:timers/promises';
import { Type, type Static } from 'typebox';
import { Sample } from '@taskhook/contracts';
import { compileTask } from '@taskhook/templating';
import { SAMPLES_KEPT } from '../recorder/record-samples.ts';
import type { Registry } from '../registry.ts';
import { definitionOf } from '../store/json-text.ts';
import { findTask } from '../tasks/find-task.ts';
import { toSample } from './sample-view.ts';

export const SampleList = Type.Object({
  listens_until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'Until when requests are kept as samples; null while they are not',
  }),
  items: Type.Array(Sample),
  next_cursor: Type.Null({ description: 'There is one page' }),
});
export type SampleList = Static<typeof SampleList>;

/** The newest samples of a task, read as the task is now. Throws `not_found`. */
export async function listSamples(
  { store, engine }: Registry,
  taskId: string,
  limit = SAMPLES_KEPT,
): Promise<SampleList> {
  const task = await findTask(store, taskId);
  const definition = definitionOf(task);
  const { mapping } = compileTask(engine, definition);
  const docs = await store.samples.find({ task_id: taskId }).sort({ _id: -1 }).limit(limit).lean();
  const items: Sample[] = [];
  for (const doc of docs) {
    items.push(toSample(doc, definition, mapping));
    // A body may be large: others get their turn between two of them.
    await nextTurn();
  }
  const end = task.listens_until ?? null;
  const listens_until = end !== null && end.getTime() > Date.now() ? end.toISOString() : null;
  return { listens_until, items, next_cursor: null };
}
