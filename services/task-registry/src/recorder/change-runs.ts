import { randomInt } from 'node:crypto';
import type { AnyBulkWriteOperation } from 'mongoose';
import { keptOfChanges } from '../erasures/kept-of-run.ts';
import type { Transition } from '../figures/count-transitions.ts';
import type { RunDoc } from '../store/run-model.ts';
import { BULK_SIZE, type Store } from '../store/store.ts';
import { runChanges } from './run-changes.ts';
import type { RunUpdate } from './run-update.ts';

interface Change {
  update: RunUpdate;
  version: number;
  write: AnyBulkWriteOperation<RunDoc>;
  transition: Transition;
}

/** What could not be changed: runs that are not there, and those that somebody else wrote meanwhile. */
interface Unchanged {
  unknown: RunUpdate[];
  again: RunUpdate[];
}

/** Changes runs that are there, each only if it is as it was read; notes what has changed. */
export async function changeRuns(
  store: Store,
  updates: readonly RunUpdate[],
  transitions: Transition[],
): Promise<Unchanged> {
  const runs = await store.findRuns(updates.map(({ runId }) => runId));
  const byId = new Map(runs.map((run) => [run._id, run]));
  const changes = updates.flatMap((update) => changeOf(byId.get(update.runId), update));
  const again: RunUpdate[] = [];
  for (let at = 0; at < changes.length; at += BULK_SIZE) {
    const part = changes.slice(at, at + BULK_SIZE);
    const { matchedCount } = await store.runs.bulkWrite(
      part.map(({ write }) => write),
      { ordered: false },
    );
    const done = matchedCount === part.length ? part : await writtenOf(store, part);
    transitions.push(...done.map(({ transition }) => transition));
    if (done.length < part.length)
      again.push(...part.filter((change) => !done.includes(change)).map(({ update }) => update));
  }
  return { unknown: updates.filter(({ runId }) => !byId.has(runId)), again };
}

const LEAP = 1_000_000;

/** The next version is a leap of chance: who reads it later knows whose write it is. */
function changeOf(run: RunDoc | undefined, update: RunUpdate): Change[] {
  if (run === undefined) return [];
  const { _id, version: read } = run;
  const told = runChanges(run, update);
  const changes = (run.erased_at ?? null) === null ? told : keptOfChanges(told);
  const version = read + 1 + randomInt(LEAP);
  const write = { updateOne: { filter: { _id, version: read }, update: { $set: { ...changes, version } } } };
  const after: RunDoc = { ...run, ...changes };
  const transition = {
    runId: _id,
    taskId: after.task_id,
    before: { status: run.status, test: run.test },
    after: { status: after.status, test: after.test },
  };
  return [{ update, version, write, transition }];
}

/** Those of a bulk that took place, as the runs show; the number alone does not say which. */
async function writtenOf(store: Store, part: readonly Change[]): Promise<Change[]> {
  const runs = await store.findRuns(part.map(({ update }) => update.runId));
  const versions = new Map(runs.map(({ _id, version }) => [_id, version]));
  return part.filter(({ update, version }) => versions.get(update.runId) === version);
}
