import { setTimeout as sleep } from 'node:timers/promises';
import type { StagedService } from '../stage/stage.ts';
import type { Fault } from './fault-row.ts';

const KILLS = 3;

const ingressKilled: Fault = {
  name: 'ingress-killed',
  outage: `one of two ingress is killed with -9, ${KILLS} times`,
  stage: { ingresses: 2 },
  harm: ({ ingresses }) => killInTurn(ingresses),
};

const runnerKilled: Fault = {
  name: 'runner-killed',
  outage: `the only task-runner is killed with -9, ${KILLS} times`,
  harm: ({ runners }) => killInTurn(runners),
};

const registryKilled: Fault = {
  name: 'registry-killed',
  outage: `task-registry is killed with -9, ${KILLS} times`,
  harm: ({ registry }) => killInTurn([registry]),
};

const spoolingIngressKilled: Fault = {
  name: 'ingress-killed-spooling',
  outage: 'ingress is killed with -9 while Redis is stopped, and again while it brings its spool in',
  stage: { ingresses: 2 },
  harm: async ({ redis, ingresses }) => {
    await redis.stop();
    await sleep(3_000);
    await killInTurn(ingresses);
    await redis.start();
    await Promise.all(ingresses.map((ingress) => ingress.kill()));
    await Promise.all(ingresses.map((ingress) => ingress.untilReady()));
  },
};

const everythingKilled: Fault = {
  name: 'everything-killed',
  outage: 'all services and Redis are killed with -9 at once, as when the machine goes',
  harm: async ({ redis, services }) => {
    redis.signal('SIGKILL');
    await Promise.all([redis.ended(), ...services.map((service) => service.kill())]);
    await redis.start();
    await Promise.all(services.map((service) => service.untilReady()));
  },
};

const rollingRestart: Fault = {
  name: 'rolling-restart',
  outage: 'every service is restarted in turn (SIGTERM), with two ingress and two task-runners',
  stage: { ingresses: 2, runners: 2 },
  harm: async ({ services }) => {
    const broken: string[] = [];
    for (const service of services) {
      const code = await service.restart();
      if (code !== 0) broken.push(`${service.name} ended with ${code}`);
    }
    return broken;
  },
  judge: ({ refused, unanswered }) =>
    refused + unanswered === 0 ? [] : [`${refused + unanswered} requests were not taken`],
};

export const serviceFaults: readonly Fault[] = [
  ingressKilled,
  runnerKilled,
  registryKilled,
  spoolingIngressKilled,
  everythingKilled,
  rollingRestart,
];

/** Kills one after the other, each when it and those before it are there again. */
async function killInTurn(services: readonly StagedService[]): Promise<void> {
  for (let n = 0; n < KILLS; n += 1) {
    const service = services[n % services.length];
    await service?.kill();
    await service?.untilReady();
    await sleep(500);
  }
}
