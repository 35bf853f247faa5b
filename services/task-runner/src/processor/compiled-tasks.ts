import { LRUCache } from 'lru-cache';
import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { ReadModel } from '@taskhook/queue';
import { compileTask, type CompiledTask, type TemplateEngine } from '@taskhook/templating';

/** A revision with its templates compiled. */
export interface CompiledRevision {
  definition: TaskDefinition;
  compiled: CompiledTask;
}

/** Gives the revision that a run is pinned to. Throws `revision_missing` where Redis does not hold it. */
export type CompiledTasks = (taskId: string, revision: number) => Promise<CompiledRevision>;

const CACHED_REVISIONS = 5_000;

/** A revision never changes, so what was compiled once stays true. */
export function createCompiledTasks(readModel: ReadModel, engine: TemplateEngine): CompiledTasks {
  const cache = new LRUCache<string, CompiledRevision>({ max: CACHED_REVISIONS });
  return async (taskId, revision) => {
    const key = `${taskId}:${revision}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const record = await readModel.revision(taskId, revision);
    if (record === null) throw new TaskhookError('revision_missing', 'The revision of the run is not known.');
    const { definition } = record;
    const entry = { definition, compiled: compileTask(engine, definition) };
    cache.set(key, entry);
    return entry;
  };
}
