import type { Erasure, ErasureCounts } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { fromJsonText } from '../store/json-text.ts';
import type { ErasureDoc } from '../store/erasure-model.ts';
import type { Store } from '../store/store.ts';

export const noCounts: ErasureCounts = {
  runs_looked_at: 0,
  runs_cancelled: 0,
  runs_overwritten: 0,
  jobs_looked_at: 0,
  jobs_removed: 0,
  redis_keys_removed: 0,
  quarantine_looked_at: 0,
  quarantine_overwritten: 0,
  samples_looked_at: 0,
  samples_removed: 0,
};

const kept = [
  'Runs: their task, state, reasons by code and times, without anything of the person.',
  'Suppressions: keyed hashes of addresses, so that nobody writes there again.',
  'Keys of requests that were taken: keyed hashes for up to 3 days, so that a repeated request brings nothing back.',
  'That the addresses were erased: keyed hashes, for 30 days in Redis and in this report.',
  'Figures: numbers by task and hour.',
];

const notReached = [
  'Backups of MongoDB and Redis, and the files of their replicas until they are written anew.',
  'Receivers of http steps, mail servers and providers: what was sent to them.',
  'Requests that name the person only in another way than by the phone number or e-mail.',
  'What people wrote into tasks, connections and the notes of suppressions.',
];

/** The report as the API shows it. */
export function toErasure(doc: ErasureDoc): Erasure {
  const { status, phase, who, run_id, redis_disk, mongodb_disk } = doc;
  return {
    id: doc._id,
    status,
    phase: status === 'done' ? null : phase,
    who,
    run_id: run_id ?? null,
    counts: countsOf(doc),
    redis_disk,
    mongodb_disk,
    kept,
    not_reached: notReached,
    created_at: doc.created_at.toISOString(),
    finished_at: doc.finished_at?.toISOString() ?? null,
  };
}

export const countsOf = ({ counts }: Pick<ErasureDoc, 'counts'>): ErasureCounts =>
  fromJsonText(counts) as ErasureCounts;

/** The report of an erasure. Throws `not_found`. */
export async function getErasure({ store }: { store: Store }, id: string): Promise<Erasure> {
  const doc = await store.erasures.findById(id).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no erasure with this id.');
  return toErasure(doc);
}
