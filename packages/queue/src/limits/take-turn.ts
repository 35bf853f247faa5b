import type { Redis } from 'ioredis';
import { rateInterval, type Rate, type TurnHold } from '@taskhook/contracts';
import type { RedisKeys } from '../keys.ts';
import { runScript, script } from '../script.ts';
import { CLOCK, TURN } from './turn-script.ts';

/** `go`: the attempt is made now. Else it asks again in `waitMs`, and brings the slot that it has along. */
export interface Turn {
  go: boolean;
  waitMs: number;
  hold: TurnHold;
}

const TAKE = script(`${CLOCK}${TURN}
return {turn(KEYS[1], now, tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]))}`);

/**
 * Asks for the turn of an attempt among all attempts that share the schedule, over all workers. Each gets
 * its own time, in the order in which they ask, so that nobody polls. A slot that is not used costs
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
const LATE_SLOTS = 2;
const MOST_LATE = 50_000;

/** Interval, tolerance, slack, slot, whether that is in the line. A slot of another rate is none. */
export function turnArguments(rate: Rate | undefined, hold: TurnHold | undefined): number[] {
  if (rate === undefined) return [0, 0, 0, 0, 0];
  const interval = rateInterval(rate);
  const kept = hold?.interval === interval ? hold : undefined;
  const tolerance = ((rate.burst ?? 1) - 1) * interval;
  const slack = Math.min(LATE_SLOTS * interval, MOST_LATE);
  return [interval, tolerance, slack, kept?.at ?? 0, kept?.in_line === true ? 1 : 0];
}

export function turnOf(rate: Rate | undefined, [go, wait = 0, at = 0, inLine]: readonly number[]): Turn {
  const interval = rate === undefined ? 0 : rateInterval(rate);
  return { go: go === 1, waitMs: wait / MICROSECONDS, hold: { at, in_line: inLine === 1, interval } };
}
