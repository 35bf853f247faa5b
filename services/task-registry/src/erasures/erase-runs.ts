import { lowestRunId } from '@taskhook/contracts';
import { announceRecorded, removePersonKeys } from '@taskhook/queue';
import type { RunDoc } from '../store/run-model.ts';
import { eraseRun } from './erase-run.ts';
import type { ErasureWork } from './erasure-work.ts';
import { isNamedIn } from './named-in.ts';

const PAGE = 100;

/**
 * Erases the runs of a person: first those that the indexes find, so that nothing more is sent, then by
 * going through all those whose lead has no address of its own.
 */
export async function eraseRuns(work: ErasureWork): Promise<void> {
  await eraseFoundRuns(work);
  await removeKeysOfPerson(work);
  await scanRuns(work);
}

/** The run that was named, and those whose lead has one of the addresses. */
export async function eraseFoundRuns(work: ErasureWork): Promise<void> {
  const { registry, doc, person } = work;
  const { store } = registry;
  const named = typeof doc.run_id === 'string' ? await store.runs.findById(doc.run_id).lean() : null;
  if (named !== null) await eraseAndTell(work, [named]);
  const people = [
    ...(person.phone === null ? [] : [{ 'lead.phone': person.phone }]),
    ...(person.email === null ? [] : [{ 'lead.email': person.email }]),
  ];
  if (people.length === 0) return;
  for (let after = ''; ;) {
    const runs = await store.runs
      .find({ $or: people, _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    await eraseAndTell(
      work,
      runs.filter((run) => isConcerned(work, run)),
    );
    const last = runs.at(-1);
    if (last === undefined || runs.length < PAGE) return;
    after = last._id;
  }
}

/** What came in after the erasure was asked for is new, unless it repeats what came before. */
function isConcerned({ doc }: ErasureWork, { _id, replay_of }: RunDoc): boolean {
  return _id < lowestRunId(doc.created_at.getTime()) || typeof replay_of === 'string';
}

/** A lead may have no valid address, and name the person in what was not understood. */
async function scanRuns(work: ErasureWork): Promise<void> {
  const { registry, doc, person, counts } = work;
  const before = lowestRunId(doc.created_at.getTime());
  for (;;) {
    const runs = await registry.store.runs
      .find({ _id: { $gt: doc.cursor, $lt: before } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    counts.runs_looked_at += runs.length;
    await eraseAndTell(
      work,
      runs.filter((run) => hasNoAddress(run) && isNamedIn(person, [run.lead, run.steps, run.replies])),
    );
    const last = runs.at(-1);
    if (last === undefined) return;
    await work.save({ cursor: last._id });
    if (runs.length < PAGE) return;
  }
}

function hasNoAddress({ lead, erased_at }: RunDoc): boolean {
  const isErased = (erased_at ?? null) !== null;
  return !isErased && (lead?.phone ?? null) === null && (lead?.email ?? null) === null;
}

async function eraseAndTell(work: ErasureWork, runs: readonly RunDoc[]): Promise<void> {
  if (runs.length === 0) return;
  const { redis, keys } = work.registry;
  for (const run of runs) await eraseRun(work, run);
  await work.save();
  const changed = runs.map(({ _id, task_id }) => ({ id: _id, task_id }));
  // Who watches reads the list again when Redis is back.
  await announceRecorded(redis, keys, { runs: changed, samples: [] }).catch(() => undefined);
}

/** The places of the person in the windows of all tasks, and what tells which runs wrote to them. */
async function removeKeysOfPerson({ registry, person, counts }: ErasureWork): Promise<void> {
  const { redis, keys, store } = registry;
  const tasks = await store.tasks.find({}, { _id: 1 }).lean();
  const claims = tasks.flatMap(({ _id }) => [
    ...(person.phone === null ? [] : [keys.claim(_id, 'phone', person.phone)]),
    ...(person.email === null ? [] : [keys.claim(_id, 'email', person.email)]),
  ]);
  counts.redis_keys_removed += await removePersonKeys(redis, keys, {
    addressIds: person.addressIds,
    claims,
  });
}
