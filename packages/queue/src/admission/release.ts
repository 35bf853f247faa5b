import type { Redis } from 'ioredis';
import type { QueueKeys } from '../keys.ts';
import { scriptKeysOf } from './queue-script-keys.ts';
import { runScript, script } from '../script.ts';

/** KEYS: the counts, then the lists and sets of the queue. ARGV: task id and number, for each task. */
const RELEASE = script(`
local share = KEYS[1]
for i = 1, #ARGV, 2 do
  if redis.call('HINCRBY', share, ARGV[i], '-' .. ARGV[i + 1]) <= 0 then redis.call('HDEL', share, ARGV[i]) end
end
local jobs = redis.call('LLEN', KEYS[2]) + redis.call('LLEN', KEYS[3])
if jobs + redis.call('ZCARD', KEYS[4]) + redis.call('ZCARD', KEYS[5]) == 0 then redis.call('DEL', share) end
`);

/** Notes that so many jobs of each task have left the queue, which gives its next ones their place. */
export async function releaseShares(
  redis: Redis,
  queue: QueueKeys,
  jobsByTask: ReadonlyMap<string, number>,
): Promise<void> {
  if (jobsByTask.size === 0) return;
  const { named } = scriptKeysOf(queue);
  const keys = ['unfinished', 'wait', 'active', 'prioritized', 'delayed'] as const;
  const args = [...jobsByTask].flat();
  await runScript(
    redis,
    RELEASE,
    keys.map((name) => named[name]),
    args,
  );
}
