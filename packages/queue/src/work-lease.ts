import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { MINUTE } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';

/** The right to do a piece of work, which one process has at a time. */
export interface WorkLease {
  /** Takes it or keeps it; false while another process has it. */
  renew(): Promise<boolean>;
  /** Gives it back, if it is ours. */
  release(): Promise<void>;
}

/** After so long the work of a process that has died is taken by another. */
const LEASE_MS = MINUTE / 2;

const RENEW = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** `work` names the piece of work. Whoever holds the lease renews it well within `forMs` milliseconds. */
export function createWorkLease(redis: Redis, keys: RedisKeys, work: string, forMs = LEASE_MS): WorkLease {
  const owner = randomUUID();
  const key = keys.workLease(work);
  return {
    renew: async () => (await redis.eval(RENEW, 1, key, owner, forMs)) === 1,
    release: async () => {
      // It falls back by itself where Redis is away.
      await redis.eval(RELEASE, 1, key, owner).catch(() => undefined);
    },
  };
}
