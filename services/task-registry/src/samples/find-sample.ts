import type { RawRequest } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { fromJsonText } from '../store/json-text.ts';
import type { Store } from '../store/store.ts';

/** The request of a sample. Throws `not_found`. */
export async function findSampleRequest(store: Store, id: string): Promise<RawRequest> {
  const doc = await store.samples.findById(id).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no sample with this id.');
  return fromJsonText(doc.request) as RawRequest;
}
