import { TaskhookError } from '@taskhook/errors';
import type { RunDoc } from '../store/run-model.ts';
import type { Store } from '../store/store.ts';

/** The run. Throws `not_found`, also for one that is not recorded yet. */
export async function findRun(store: Store, id: string): Promise<RunDoc> {
  const doc = await store.runs.findById(id).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no run with this id.');
  return doc;
}
