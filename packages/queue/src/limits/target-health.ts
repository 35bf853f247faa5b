import type { Redis } from 'ioredis';
import { BreakerState, HOUR, validator, type ConnectionHealth } from '@taskhook/contracts';
import type { RedisKeys } from '../keys.ts';

const isState = validator(BreakerState);

/** What the attempts of late have shown of a target. */
export async function targetHealth(redis: Redis, keys: RedisKeys, id: string): Promise<ConnectionHealth> {
  const [state, since, failures, code, probeAt] = await redis.hmget(
    keys.breaker(id),
    'state',
    'since',
    'failures',
    'code',
    'probe_at',
  );
  const known = isState(state);
  const open = known.ok && known.value !== 'closed';
  return {
    state: known.ok ? known.value : 'closed',
    since: open ? dateOf(since) : null,
    failures: Number(failures ?? 0),
    last_error_code: code ?? null,
    next_probe_at: open ? dateOf(probeAt) : null,
  };
}

/** From microseconds since 1970. */
function dateOf(time: string | null | undefined): string | null {
  return time === null || time === undefined ? null : new Date(Number(time) / 1_000).toISOString();
}

/** How many targets of a provider are in a state. */
export interface DownTargets {
  provider: string;
  state: string;
  count: number;
}

/** Nobody has wanted to send there for so long: it is no news any more. */
const STALE_MS = HOUR;

/** The targets that fail, counted. Those that nothing has gone to for an hour after their pause are left out. */
export async function downTargets(redis: Redis, keys: RedisKeys): Promise<DownTargets[]> {
  const held = Object.entries(await redis.hgetall(keys.openBreakers));
  const entries = held.map(([id, text]) => [id, ...text.split(' ')] as const);
  const isStale = (probeAt = '0') => Date.now() - Number(probeAt) / 1_000 > STALE_MS;
  const stale = entries.filter(([, , , probeAt]) => isStale(probeAt)).map(([id]) => id);
  if (stale.length > 0) await redis.hdel(keys.openBreakers, ...stale);
  const fresh = entries.filter(([, , , probeAt]) => !isStale(probeAt));
  const groups = Map.groupBy(fresh, ([, provider = '', state = '']) => `${provider} ${state}`);
  return [...groups].map(([name, group]) => {
    const [provider = '', state = ''] = name.split(' ');
    return { provider, state, count: group.length };
  });
}
