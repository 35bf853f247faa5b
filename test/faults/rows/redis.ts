import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from '@taskhook/queue';
import type { Stage } from '../stage/stage.ts';
import type { Fault } from './fault-row.ts';

const stopped = (seconds: number): Fault => ({
  name: `redis-stopped-${seconds}s`,
  outage: `Redis is stopped for ${seconds} s`,
  harm: async ({ redis }) => {
    await redis.stop();
    await sleep(seconds * 1_000);
    await redis.start();
  },
});

const killed: Fault = {
  name: 'redis-killed',
  outage: 'Redis is killed with -9, and started 3 s later',
  harm: async ({ redis }) => {
    redis.signal('SIGKILL');
    await redis.ended();
    await sleep(3_000);
    await redis.start();
  },
};

const frozen: Fault = {
  name: 'redis-frozen',
  outage: 'Redis stands still for 10 s (SIGSTOP)',
  harm: async ({ redis }) => {
    redis.signal('SIGSTOP');
    await sleep(10_000);
    redis.signal('SIGCONT');
  },
};

const clientsKilled: Fault = {
  name: 'redis-clients-killed',
  outage: 'Redis ends all connections ten times (CLIENT KILL)',
  harm: async ({ redis }) => {
    for (let n = 0; n < 10; n += 1) {
      await redis.ask(async (client) => {
        await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        await client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      });
      await sleep(300);
    }
  },
};

const full: Fault = {
  name: 'redis-full',
  outage: 'Redis is at its maxmemory for 10 s',
  harm: (stage) => during(stage, 10, ['maxmemory', '1'], ['maxmemory', '0']),
};

const readOnly: Fault = {
  name: 'redis-read-only',
  outage: 'Redis takes no writes for 10 s (REPLICAOF)',
  harm: async ({ redis }) => {
    await redis.ask((client) => client.replicaof('127.0.0.1', '1'));
    await sleep(10_000);
    await redis.ask((client) => client.replicaof('NO', 'ONE'));
  },
};

/** Sets a setting for so many seconds, and back. */
async function during(
  { redis }: Stage,
  seconds: number,
  setting: [string, string],
  back: [string, string],
): Promise<void> {
  const set = ([name, value]: [string, string]) =>
    redis.ask((client: Redis) => client.config('SET', name, value));
  await set(setting);
  await sleep(seconds * 1_000);
  await set(back);
}

export const redisFaults: readonly Fault[] = [
  ...[1, 8, 30, 120].map(stopped),
  killed,
  frozen,
  clientsKilled,
  full,
  readOnly,
];
