import { changeSuppressions, redisUnavailable } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { writeSuppressions, type NotedChange } from './write-suppressions.ts';

/**
 * Keeps changes in MongoDB, then in Redis, where task-runner looks before it sends. Throws
 * `unavailable` where Redis fails: a suppression that a runner does not see yet is none.
 */
export async function publishSuppressions(
  { store, redis, keys, events }: Registry,
  changes: readonly NotedChange[],
): Promise<void> {
  await writeSuppressions(store, changes);
  try {
    await changeSuppressions(
      redis,
      keys,
      changes.map(({ id, record }) => ({ id, record })),
    );
  } catch (error) {
    throw redisUnavailable(error);
  }
  events.suppressionsChanged({ count: changes.length, active: changes.some(({ record }) => record.active) });
}
