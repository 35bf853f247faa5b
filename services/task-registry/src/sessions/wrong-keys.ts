import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { MINUTE, SECOND } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Redis, RedisKeys } from '@taskhook/queue';

/** Holds up those who try keys: an address that gave too many wrong ones has to wait. */
export interface WrongKeys {
  /** Throws `rate_limited` while the address has to wait, whatever key it gives. */
  requirePatience(address: string): void;
  /** Counts a wrong key. Throws `rate_limited` where it was one too many. */
  count(address: string): Promise<void>;
}

const WRONG_KEYS = 20;
const WINDOW_MS = 5 * MINUTE;
const ADDRESSES_KEPT = 10_000;

/**
 * Counted for all replicas in Redis, and for this one alone where Redis is away. Who has to wait is
 * remembered here, so that calls with the right key cost nothing.
 */
export function createWrongKeys(redis: Redis, keys: RedisKeys): WrongKeys {
  const window = { points: WRONG_KEYS, duration: WINDOW_MS / SECOND };
  const limiter = new RateLimiterRedis({
    ...window,
    storeClient: redis,
    keyPrefix: keys.wrongKeys,
    insuranceLimiter: new RateLimiterMemory(window),
  });
  const waiting = new LRUCache<string, number>({ max: ADDRESSES_KEPT });
  return {
    requirePatience: (address) => {
      const left = (waiting.get(address) ?? 0) - Date.now();
      if (left > 0) throw tooMany(left);
    },
    count: async (address) => {
      try {
        await limiter.consume(address);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        waiting.set(address, Date.now() + refused.msBeforeNext);
        throw tooMany(refused.msBeforeNext);
      }
    },
  };
}

function tooMany(waitMs: number): TaskhookError {
  return new TaskhookError('rate_limited', 'Too many wrong keys came from this address.', {
    retryAfter: Math.ceil(waitMs / SECOND),
  });
}
