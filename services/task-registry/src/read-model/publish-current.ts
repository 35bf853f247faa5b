import { publishTask, removeWebhooks, type Redis, type RedisKeys } from '@taskhook/queue';
import type { Store } from '../store/store.ts';
import { currentEntry } from './task-entry.ts';

export interface Publisher {
  store: Store;
  redis: Redis;
  keys: RedisKeys;
}

/**
 * Publishes a task as MongoDB has it. Two publishers of one task may overtake each other; each looks
 * again after it has published, so the last of them leaves the newest state.
 */
export async function publishCurrent({ store, redis, keys }: Publisher, taskId: string): Promise<void> {
  for (;;) {
    const doc = await store.tasks.findById(taskId).lean();
    if (doc === null) return;
    await publishTask(redis, keys, currentEntry(doc));
    if ((await versionOf(store, taskId)) === doc.version) return;
  }
}

/** Addresses go first, so that a deleted task takes no more leads. */
export async function withdrawWebhooks(
  { redis, keys }: Publisher,
  taskId: string,
  tokens: string[],
): Promise<void> {
  if (tokens.length > 0) await removeWebhooks(redis, keys, taskId, tokens);
}

async function versionOf(store: Store, taskId: string): Promise<number | undefined> {
  return (await store.tasks.findById(taskId, { version: 1 }).lean())?.version;
}
