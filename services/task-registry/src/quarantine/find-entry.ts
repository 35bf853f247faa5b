import type { QuarantineEntry } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Store } from '../store/store.ts';
import { toEntry } from './quarantine-view.ts';

/** The quarantined request, whole. Throws `not_found`. */
export async function findEntry(store: Store, id: string): Promise<QuarantineEntry> {
  const doc = await store.quarantine.findById(id).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no quarantined request with this id.');
  return toEntry(doc);
}
