import type { Redis } from 'ioredis';
import { rateInterval, type Rate, type TurnHold } from '@taskhook/contracts';
import type { RedisKeys } from '../keys.ts';
import { runScript, script } from '../script.ts';
import { CLOCK, TURN } from './turn-script.ts';

/**
 * `go`: the attempt may be made in `waitMs`, which is a tenth of a second at most. Else it asks again then.
 * `hold` is the slot that it has, to be brought along when it asks again; who waited for a turn and has
 * become late asks again too, since others that are late would go at the same moment.
 */
export interface Turn {
  go: boolean;
  waitMs: number;
  hold: TurnHold;
}

const TAKE = script(`${CLOCK}${TURN}
return {turn(KEYS[1], now, tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]))}`);

/**
 * Asks for the turn of an attempt among all attempts that share the schedule, over all workers. Each gets
 * its own time, in the order in which they ask, so that nobody polls. A turn that is not used costs
 * throughput and nothing else. The times are those of Redis.
 */
export async function takeTurn(
  redis: Redis,
  keys: RedisKeys,
  schedule: string,
  rate: Rate,
  hold: TurnHold | undefined,
): Promise<Turn> {
  const reply = await runScript(redis, TAKE, [keys.schedule(schedule)], turnArguments(rate, hold));
  return turnOf(rate, reply as number[]);
}

const MICROSECONDS = 1_000;
const LONGEST_NEAR = 100_000;
const SHORTEST_NEAR = 5_000;

/** Microseconds for which a worker keeps its place to wait: ten slots, so that few places are kept. */
const nearOf = (interval: number): number => Math.min(LONGEST_NEAR, Math.max(SHORTEST_NEAR, 10 * interval));

/** Interval, tolerance, near, slot, firm. A slot of another rate is none. */
export function turnArguments(rate: Rate | undefined, hold: TurnHold | undefined): number[] {
  if (rate === undefined) return [0, 0, 0, 0, 0];
  const interval = rateInterval(rate);
  const kept = hold?.interval === interval ? hold : undefined;
  const tolerance = ((rate.burst ?? 1) - 1) * interval;
  return [interval, tolerance, nearOf(interval), kept?.at ?? 0, kept?.firm === true ? 1 : 0];
}

/** Who has to wait comes back a little early: what is late finds its slot gone. */
export function turnOf(rate: Rate | undefined, [go, wait = 0, at = 0, firm]: readonly number[]): Turn {
  const interval = rate === undefined ? 0 : rateInterval(rate);
  if (go === 1) return { go: true, waitMs: wait / MICROSECONDS, hold: { at, firm: false, interval } };
  const early = rate === undefined ? 0 : nearOf(interval) / 2;
  return {
    go: false,
    waitMs: Math.max(1, Math.ceil((wait - early) / MICROSECONDS)),
    hold: { at, firm: firm === 1, interval },
  };
}
