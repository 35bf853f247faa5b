import type { Redis } from 'ioredis';
import type { QueueKeys } from './keys.ts';

/** BullMQ orders delayed jobs by their due time with twelve bits of a counter behind it. */
const DELAYED_SCORE = 0x1000;

/**
 * Whether a queue holds work that a worker could take now: jobs that wait, or delayed ones whose time has
 * come. False for a queue that is paused. Rejects where Redis does not answer.
 */
export async function hasDueWork(
  redis: Redis,
  { prefix, name }: QueueKeys,
  now = Date.now(),
): Promise<boolean> {
  const key = (part: string): string => `${prefix}:${name}:${part}`;
  const [waiting, prioritized, due, paused] = await Promise.all([
    redis.llen(key('wait')),
    redis.zcard(key('prioritized')),
    redis.zcount(key('delayed'), '-inf', (now + 1) * DELAYED_SCORE - 1),
    redis.hexists(key('meta'), 'paused'),
  ]);
  return paused === 0 && waiting + prioritized + due > 0;
}
