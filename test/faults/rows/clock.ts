import { setTimeout as sleep } from 'node:timers/promises';
import { startClock, type Clock } from '../../e2e/clock.ts';
import type { Fault } from './fault-row.ts';

const HOUR_MS = 3_600_000;

/** The wall clock of every service jumps, and later is right again; that of Redis and MongoDB stays. */
const jumps = (name: string, outage: string, byMs: number): Fault => {
  let clock: Clock | undefined;
  return {
    name,
    outage,
    prepare: async (stack) => {
      const started = await startClock(new Date().toISOString());
      stack.defer(() => started.close());
      clock = started;
      return { environment: started.environment };
    },
    harm: async () => {
      clock?.set(new Date(Date.now() + byMs).toISOString());
      await sleep(10_000);
      clock?.set(new Date().toISOString());
    },
  };
};

export const clockFaults: readonly Fault[] = [
  jumps('clock-back', 'the clock of all services is an hour slow for 10 s', -HOUR_MS),
  jumps('clock-forward', 'the clock of all services is an hour fast for 10 s', HOUR_MS),
];
