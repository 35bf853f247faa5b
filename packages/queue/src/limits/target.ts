import type { Redis } from 'ioredis';
import { HOUR, SECOND, type Rate, type TurnHold } from '@taskhook/contracts';
import type { RedisKeys } from '../keys.ts';
import { runScript, script } from '../script.ts';
import { turnArguments, turnOf, type Turn } from './take-turn.ts';
import { CLOCK, TURN } from './turn-script.ts';

/** What attempts go to: a connection, or a host that the http steps of a task call. */
export interface Target {
  /** The connection's id, or what stands for the task and its host. */
  id: string;
  /** A label of metrics: the connection's provider, or `http`. */
  provider: string;
  rate?: Rate | undefined;
}

/**
 * The turn of an attempt, and whether it is the one that shows whether the target works again. `down`:
 * the target fails, and is tried again in `waitMs`; `rank` counts from 1 those that wait for it.
 */
export type TargetTurn =
  | (Turn & { down: false; probe: boolean })
  | { down: true; waitMs: number; rank: number };

/** A probe whose worker died is taken over then. */
const PROBE_LEASE_MS = 60 * SECOND;

/** While a probe is under way the others look again then. */
const SOON_MS = 3 * SECOND;

/** KEYS: schedule, breaker, all open breakers. ARGV: those of a turn, then who asks, lease, id, provider, soon. */
const ASK = script(`${CLOCK}${TURN}
local who, lease, id, provider, soon = ARGV[6], tonumber(ARGV[7]), ARGV[8], ARGV[9], tonumber(ARGV[10])
local state, probe_at, prober = unpack(redis.call('HMGET', KEYS[2], 'state', 'probe_at', 'prober'))
if state and prober ~= who and now < tonumber(probe_at) then
  local wait = tonumber(probe_at) - now
  if state == 'half_open' then wait = math.min(wait, soon) end
  return {2, wait, redis.call('HINCRBY', KEYS[2], 'waiters', 1)}
end
local go, wait, at, firm = turn(KEYS[1], now, tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]))
if state and go == 1 then
  local over = text(now + wait + lease)
  redis.call('HSET', KEYS[2], 'state', 'half_open', 'prober', who, 'probe_at', over)
  redis.call('HSET', KEYS[3], id, provider .. ' half_open ' .. over)
end
return {go, wait, at, firm, state and 1 or 0}`);

/** Asks for an attempt's turn at its target. `who` is the same when the same attempt asks again. */
export async function askTarget(
  redis: Redis,
  keys: RedisKeys,
  target: Target,
  who: string,
  hold: TurnHold | undefined,
): Promise<TargetTurn> {
  const { id, provider, rate } = target;
  const args = [...turnArguments(rate, hold), who, PROBE_LEASE_MS * 1_000, id, provider, SOON_MS * 1_000];
  const reply = (await runScript(redis, ASK, targetKeys(keys, id), args)) as number[];
  const [answer, wait = 0, rank = 0] = reply;
  if (answer === 2) return { down: true, waitMs: Math.ceil(wait / 1_000), rank };
  return { ...turnOf(rate, reply), down: false, probe: reply[4] === 1 };
}

/** When a target is taken for one that fails, and for how long. Times in milliseconds. */
export interface BreakerPolicy {
  /** So many failures within `windowMs`, and none that worked between them. */
  failures: number;
  windowMs: number;
  /** The first pause; each further one is twice as long. */
  pauseMs: number;
  maxPauseMs: number;
}

export interface TargetReport {
  /** `refused`: it will fail for everybody, so one is enough. `nothing`: the attempt says nothing of the target. */
  verdict: 'works' | 'fails' | 'refused' | 'nothing';
  code: string | null;
  /** Milliseconds for which the receiver asks to be left alone, by all. */
  pauseMs: number;
}

/** What changed by a report; undefined for nothing. */
export type BreakerChange = 'opened' | 'reopened' | 'closed' | undefined;

/** What is known of a target is forgotten then. */
const KEPT_MS = 24 * HOUR;

const TELL = script(`${CLOCK}${TURN}
local verdict, code, pause, who, id, provider = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6]
local most, window, first_pause, max_pause = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
if pause > 0 then
  local held = tonumber(redis.call('HGET', KEYS[1], 'until')) or 0
  save(KEYS[1], 'until', math.max(held, now + pause), now)
end
local state, prober, first, opens = unpack(redis.call('HMGET', KEYS[2], 'state', 'prober', 'first', 'opens'))
if verdict == 'nothing' then
  if prober == who then redis.call('HSET', KEYS[2], 'probe_at', text(now), 'prober', '') end
  return false
end
if verdict == 'works' then
  redis.call('DEL', KEYS[2])
  redis.call('HDEL', KEYS[3], id)
  return state and 'closed'
end
if not state and (not first or now - tonumber(first) > window) then
  redis.call('HSET', KEYS[2], 'first', text(now), 'failures', 0)
end
local failures = redis.call('HINCRBY', KEYS[2], 'failures', 1)
redis.call('HSET', KEYS[2], 'code', code)
redis.call('PEXPIRE', KEYS[2], ${KEPT_MS})
if state and prober ~= who then return false end
if not state and failures < most and verdict ~= 'refused' then return false end
local times = (tonumber(opens) or 0) + 1
local over = text(now + math.min(first_pause * 2 ^ (times - 1), max_pause))
if not state then redis.call('HSET', KEYS[2], 'since', text(now)) end
redis.call('HSET', KEYS[2], 'state', 'open', 'opens', times, 'probe_at', over, 'prober', '', 'waiters', 0)
redis.call('HSET', KEYS[3], id, provider .. ' open ' .. over)
return state and 'reopened' or 'opened'`);

/** Tells what an attempt has shown of its target. Telling twice counts a failure twice. */
export async function tellTarget(
  redis: Redis,
  keys: RedisKeys,
  { id, provider }: Target,
  who: string,
  { verdict, code, pauseMs }: TargetReport,
  policy: BreakerPolicy,
): Promise<BreakerChange> {
  const times = [policy.windowMs, policy.pauseMs, policy.maxPauseMs].map((ms) => ms * 1_000);
  const args = [verdict, code ?? '', pauseMs * 1_000, who, id, provider, policy.failures, ...times];
  const change = await runScript(redis, TELL, targetKeys(keys, id), args);
  return (change ?? undefined) as BreakerChange;
}

/** Takes a target for one that works, and ends its pause. */
export async function resetTarget(redis: Redis, keys: RedisKeys, id: string): Promise<void> {
  const [schedule = '', breaker = '', open = ''] = targetKeys(keys, id);
  await redis.multi().del(breaker).hdel(open, id).hdel(schedule, 'until').exec();
}

const targetKeys = (keys: RedisKeys, id: string): string[] => [
  keys.schedule(id),
  keys.breaker(id),
  keys.openBreakers,
];
