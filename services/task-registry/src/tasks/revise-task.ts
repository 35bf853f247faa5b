import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND, type Task, type TaskDefinition } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import { toJsonText } from '../store/json-text.ts';
import { revisionId } from '../store/revision-model.ts';
import { isDuplicateKey } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { announceTask } from './announce-task.ts';
import { checkDefinition } from './check-definition.ts';
import { namedConnections } from './connection-errors.ts';
import { findTask } from './find-task.ts';
import { toTask } from './task-view.ts';
import { updateTask } from './update-task.ts';

const TRIES = 20;
const PAUSE_MS = 50;
/** A revision that was written and did not become the task's own by then never will: its writer died. */
const ABANDONED_AFTER_MS = 10 * SECOND;

/** A definition with its secrets sealed, and what forbids to save it. */
export interface RevisedTask {
  definition: TaskDefinition;
  errors: FieldError[];
}

/**
 * Makes a new revision of what `revise` makes of the task; none where nothing changes. Of several at
 * once each is asked again with the outcome of the one before. Throws `not_found`, `invalid_task` or
 * `conflict`.
 */
export async function reviseTask(
  registry: Registry,
  id: string,
  revise: (task: TaskDoc) => RevisedTask,
): Promise<Task> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const task = await findTask(registry.store, id);
    const { definition, errors } = revise(task);
    await checkDefinition(registry, definition, errors);
    if (toJsonText(definition) === task.definition) return toTask(task, registry.publicUrl);
    const changed = await tryRevision(registry.store, task, definition);
    if (changed !== undefined) {
      await announceTask(registry, 'changed', changed);
      return toTask(changed, registry.publicUrl);
    }
    await sleep(PAUSE_MS);
  }
  throw new TaskhookError('conflict', 'The task is being changed by others; try again.');
}

/** Undefined: another change was first. */
async function tryRevision(
  store: Store,
  task: TaskDoc,
  definition: TaskDefinition,
): Promise<TaskDoc | undefined> {
  const { name } = definition;
  const connections = namedConnections(definition);
  const text = toJsonText(definition);
  const revision = await claimRevision(store, task, text);
  if (revision === undefined) return undefined;
  try {
    const { after } = await updateTask(store, task._id, ({ revision: current }) => {
      if (current !== task.revision) throw new Overtaken();
      return { name, revision, definition: text, connections };
    });
    return after;
  } catch (error) {
    if (error instanceof Overtaken) return undefined;
    throw error;
  }
}

class Overtaken extends Error {}

/** Inserting a revision under its number claims it; one whose writer died is stepped over. */
async function claimRevision(store: Store, task: TaskDoc, definition: string): Promise<number | undefined> {
  for (let revision = task.revision + 1; ; revision += 1) {
    const _id = revisionId(task._id, revision);
    try {
      await store.revisions.create([
        { _id, task_id: task._id, revision, definition, created_at: new Date() },
      ]);
      return revision;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const held = await store.revisions.findById(_id, { created_at: 1 }).lean();
    if (held === null || Date.now() - held.created_at.getTime() < ABANDONED_AFTER_MS) return undefined;
  }
}
