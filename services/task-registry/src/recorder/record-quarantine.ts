import type { RequestQuarantined } from '@taskhook/contracts';
import { countQuarantined } from '../figures/count-transitions.ts';
import { toJsonText } from '../store/json-text.ts';
import type { QuarantineDoc } from '../store/quarantine-model.ts';
import { duplicatesIn, isDuplicateKey } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';

/** Inserts the entries that are not there yet; one that is, is left as it is. */
export async function recordQuarantine(store: Store, events: readonly RequestQuarantined[]): Promise<void> {
  const documents = events.map(quarantineDocument);
  const inserts = documents.map((document) => ({ insertOne: { document } }));
  try {
    await store.quarantine.bulkWrite(inserts, { ordered: false, throwOnValidationError: true });
    await countQuarantined(store, documents);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const there = new Set(duplicatesIn(error));
    await countQuarantined(
      store,
      documents.filter((_document, i) => !there.has(i)),
    );
  }
}

function quarantineDocument(event: RequestQuarantined): QuarantineDoc {
  return {
    _id: event.quarantine_id,
    task_id: event.task_id,
    task_revision: event.revision,
    status: 'open',
    received_at: new Date(event.received_at),
    code: event.code,
    detail: event.detail,
    errors: toJsonText(event.errors),
    source: event.source ?? null,
    request: toJsonText(event.request),
  };
}
