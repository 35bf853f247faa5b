import type { Redis } from './redis.ts';

const HOLD = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** Whether a role, which one process at a time has, is `holder`'s for the next milliseconds. */
export async function holdRole(redis: Redis, key: string, holder: string, forMs: number): Promise<boolean> {
  return (await redis.eval(HOLD, 1, key, holder, forMs)) === 1;
}
