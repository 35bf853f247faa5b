import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault-row.ts';

const stopped: Fault = {
  name: 'mongodb-stopped',
  outage: 'MongoDB is stopped for 10 s',
  harm: async ({ mongodb }) => {
    await mongodb.stop();
    await sleep(10_000);
    await mongodb.start();
  },
};

const killed: Fault = {
  name: 'mongodb-killed',
  outage: 'MongoDB is killed with -9, and started 3 s later',
  harm: async ({ mongodb }) => {
    mongodb.signal('SIGKILL');
    await mongodb.ended();
    await sleep(3_000);
    await mongodb.start();
  },
};

const slow: Fault = {
  name: 'mongodb-slow',
  outage: 'MongoDB answers 2 s late for 20 s',
  harm: async ({ mongodbLink }) => {
    mongodbLink.slow(1_000);
    await sleep(20_000);
    mongodbLink.mend();
  },
};

export const mongodbFaults: readonly Fault[] = [stopped, killed, slow];
