import type { Redis } from 'ioredis';
import { DAY } from '@taskhook/contracts';
import type { RedisKeys } from '../keys.ts';
import { runScript, script } from '../script.ts';
import { CLOCK } from './turn-script.ts';

/** A place among those that may be at work at once. */
export interface Lease {
  /** What the places belong to. */
  group: string;
  /** How many places there are. */
  most: number;
  /** The same when the same holder asks again. */
  holder: string;
}

/** How long who waits is remembered; it asks again before. */
const WAITERS_KEPT_MS = DAY;

/** KEYS: leases by their end, waiters by the time from which they wait. ARGV: most, holder, milliseconds, since. */
const ACQUIRE = script(`${CLOCK}
now = math.floor(now / 1000)
local most, holder, lease = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZSCORE', KEYS[1], holder) or redis.call('ZCARD', KEYS[1]) < most then
  redis.call('ZADD', KEYS[1], text(now + lease), holder)
  redis.call('PEXPIRE', KEYS[1], text(lease))
  redis.call('ZREM', KEYS[2], holder)
  return 0
end
redis.call('ZADD', KEYS[2], ARGV[4], holder)
redis.call('PEXPIRE', KEYS[2], ${WAITERS_KEPT_MS})
return redis.call('ZRANK', KEYS[2], holder) + 1`);

/**
 * Takes a place, which falls back after `leaseMs` where its holder dies. Gives 0, or where all places are
 * taken the holder's own place in the line of those that wait, from 1; `since` orders them.
 */
export async function acquireLease(
  redis: Redis,
  keys: RedisKeys,
  { group, most, holder }: Lease,
  leaseMs: number,
  since: number,
): Promise<number> {
  const args = [most, holder, leaseMs, since];
  return (await runScript(redis, ACQUIRE, leaseKeys(keys, group), args)) as number;
}

const RELEASE = script(`${CLOCK}
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', math.floor(now / 1000))
local free = tonumber(ARGV[1]) - redis.call('ZCARD', KEYS[1])
if free < 1 then return {} end
local next = {}
for i, value in ipairs(redis.call('ZPOPMIN', KEYS[2], free)) do
  if i % 2 == 1 then next[#next + 1] = value end
end
return next`);

/** Gives a place back. Gives who has waited longest for the places that are free now, out of the line. */
export async function releaseLease(
  redis: Redis,
  keys: RedisKeys,
  { group, most, holder }: Lease,
): Promise<string[]> {
  return (await runScript(redis, RELEASE, leaseKeys(keys, group), [most, holder])) as string[];
}

const leaseKeys = (keys: RedisKeys, group: string): string[] => [
  keys.leases(group),
  keys.leaseWaiters(group),
];
