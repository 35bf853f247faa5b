import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Redis } from 'ioredis';
import type { RedisKeys } from './keys.ts';

/** Counts what comes under a name, over all processes of an installation. */
export interface RateLimiter {
  /**
   * Counts one; gives the milliseconds to wait where there were too many, else 0. Windows are fixed:
   * around the end of one, up to twice as many may come. While Redis does not answer, each process
   * counts for itself. Never throws.
   */
  take(name: string, count: number, perMs: number): Promise<number>;
}

export interface RateLimiterOptions {
  redis: Redis;
  keys: RedisKeys;
  /** What is counted, a part of the key. */
  kind: string;
  /** Whether Redis is not worth a try now. */
  isAway: () => boolean;
}

interface Pair {
  shared: RateLimiterRedis;
  own: RateLimiterMemory;
}

export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const pairs = new Map<string, Pair>();
  const pairOf = (count: number, perMs: number): Pair => {
    const name = `${count}/${perMs}`;
    const pair = pairs.get(name) ?? makePair(options, count, perMs);
    pairs.set(name, pair);
    return pair;
  };
  return {
    take: async (name, count, perMs) => {
      const { shared, own } = pairOf(count, perMs);
      const key = digest(name);
      const limiter = options.isAway() ? own : shared;
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        return refusal instanceof RateLimiterRes ? Math.max(refusal.msBeforeNext, 1) : 0;
      }
    },
  };
}

/** Names that are over their limit are known in memory until it ends, and cost Redis nothing. */
function makePair({ redis, keys, kind }: RateLimiterOptions, count: number, perMs: number): Pair {
  const window = { points: count, duration: Math.ceil(perMs / 1_000) };
  const own = new RateLimiterMemory({ ...window, keyPrefix: kind });
  const shared = new RateLimiterRedis({
    ...window,
    storeClient: redis,
    keyPrefix: keys.rateLimit(kind, perMs),
    rejectIfRedisNotReady: true,
    inMemoryBlockOnConsumed: count + 1,
    insuranceLimiter: own,
  });
  return { shared, own };
}

/** An address speaks of a person, and never stands in a key. */
function digest(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 22);
}

/** What an address counts under: one holder of an IPv6 network has 2^64 addresses. */
export function addressName(address: string): string {
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first 64 bits of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
