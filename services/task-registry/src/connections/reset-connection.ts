import type { Connection } from '@taskhook/contracts';
import { redisUnavailable, resetTarget } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { findConnection } from './find-connection.ts';
import { showConnection } from './show-connection.ts';

/**
 * Takes the connection for one that works: the next step is tried at once. Throws `not_found`, or
 * `unavailable` where Redis is away.
 */
export async function resetConnection(registry: Registry, id: string): Promise<Connection> {
  await findConnection(registry.store, id);
  await resetTarget(registry.redis, registry.keys, id).catch((error: unknown) => {
    throw redisUnavailable(error);
  });
  return showConnection(registry, id);
}
