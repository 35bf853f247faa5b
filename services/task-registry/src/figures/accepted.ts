import { readAdmissionCounts, type Redis, type RedisKeys } from '@taskhook/queue';

/**
 * How many runs were taken since the installation began. Redis counts those that it takes; what MongoDB
 * had before Redis began to count, or lost its count, is kept beside that as a number to start from.
 */
export async function readAccepted(
  redis: Redis,
  keys: RedisKeys,
  recorded: () => Promise<number>,
): Promise<number> {
  if ((await redis.exists(keys.ledgerStart)) === 0) {
    // Read in this order: runs that come meanwhile make the start too low, so that none looks lost.
    const inMongo = await recorded();
    const { accepted, held } = await readAdmissionCounts(redis, keys);
    await redis.set(keys.ledgerStart, String(Math.max(0, inMongo - accepted - held)), 'NX');
  }
  const { accepted, held } = await readAdmissionCounts(redis, keys);
  return Number(await redis.get(keys.ledgerStart)) + accepted + held;
}
