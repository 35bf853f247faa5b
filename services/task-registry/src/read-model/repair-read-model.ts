import { removeUnknownWebhooks, repairEntries, type Redis, type RedisKeys } from '@taskhook/queue';
import type { RegistryEvents } from '../events.ts';
import type { RevisionDoc } from '../store/revision-model.ts';
import type { Store } from '../store/store.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { publishCurrent } from './publish-current.ts';
import { repairConnections } from './repair-connections.ts';
import { repairSuppressions } from './repair-suppressions.ts';
import { taskEntry } from './task-entry.ts';

export interface ReadModelSource {
  store: Store;
  redis: Redis;
  keys: RedisKeys;
  events: RegistryEvents;
}

const PAGE = 100;

/**
 * Makes Redis hold what MongoDB holds: every task with all its revisions, every connection and
 * suppression, and no address that no task has or that has expired. On an empty Redis this builds the read model.
 */
export async function repairReadModel(source: ReadModelSource, signal?: AbortSignal): Promise<void> {
  let tasks = 0;
  let after = '';
  for (;;) {
    signal?.throwIfAborted();
    const page = await source.store.tasks
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    tasks += await repairPage(source, page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last._id;
  }
  const { redis, keys, store, events } = source;
  const webhooks = await removeUnknownWebhooks(redis, keys, (tokens) => knownTokens(store, tokens));
  const connections = await repairConnections(source);
  const suppressions = await repairSuppressions(source);
  events.readModelRepaired({ tasks, webhooks, connections, suppressions });
}

async function repairPage(source: ReadModelSource, page: readonly TaskDoc[]): Promise<number> {
  const { store, redis, keys } = source;
  if (page.length === 0) return 0;
  const revisions = await store.revisions.find({ task_id: { $in: page.map(({ _id }) => _id) } }).lean();
  const byTask = Map.groupBy(revisions as RevisionDoc[], ({ task_id }) => task_id);
  const entries = page.map((doc) => taskEntry(doc, byTask.get(doc._id) ?? []));
  const repaired = await repairEntries(redis, keys, entries);
  if (repaired > 0) await catchUp(source, page);
  return repaired;
}

/** A task that was changed since the page was read may have been overwritten with its old state. */
async function catchUp(source: ReadModelSource, page: readonly TaskDoc[]): Promise<void> {
  const ids = page.map(({ _id }) => _id);
  const now = await source.store.tasks.find({ _id: { $in: ids } }, { version: 1 }).lean();
  const versions = new Map(now.map(({ _id, version }) => [_id, version]));
  for (const { _id, version } of page) {
    if (versions.get(_id) !== version) await publishCurrent(source, _id);
  }
}

/** Asked after Redis was read: an address is stored before it is published, so none is missed. */
async function knownTokens(store: Store, tokens: string[]): Promise<ReadonlySet<string>> {
  const docs = await store.tasks.find({ 'webhooks.token': { $in: tokens } }, { webhooks: 1 }).lean();
  const now = Date.now();
  const valid = docs.flatMap(({ webhooks }) =>
    webhooks.filter(({ expires_at }) => expires_at === null || expires_at.getTime() > now),
  );
  return new Set(valid.map(({ token }) => token));
}
