import type { Redis } from 'ioredis';
import type { ConnectionRecord } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';

/** The ids of connections that Redis lacks, holds otherwise than given, or holds though they are not given. */
export async function driftedConnections(
  redis: Redis,
  keys: RedisKeys,
  records: readonly ConnectionRecord[],
): Promise<string[]> {
  const held = new Map(Object.entries(await redis.hgetall(keys.connections)));
  const drifted = records
    .filter((record) => held.get(record.connection_id) !== JSON.stringify(record))
    .map(({ connection_id }) => connection_id);
  for (const { connection_id } of records) held.delete(connection_id);
  return [...drifted, ...held.keys()];
}
