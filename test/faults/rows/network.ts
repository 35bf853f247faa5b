import { setTimeout as sleep } from 'node:timers/promises';
import type { Link } from '@taskhook/testing';
import type { Stage } from '../stage/stage.ts';
import type { Fault } from './fault-row.ts';

/** The links that can fail, and how long they do. */
const links: Record<string, (stage: Stage) => Link[]> = {
  'ingress-redis': ({ ingresses }) => ingresses.map(({ redisLink }) => redisLink),
  'runner-redis': ({ runners }) => runners.map(({ redisLink }) => redisLink),
  'registry-redis': ({ registry }) => [registry.redisLink],
  'registry-mongodb': ({ mongodbLink }) => [mongodbLink],
};
const CUT_S = 8;
const HELD_S = 20;

const faultsOf = ([name, linksOf]: [string, (stage: Stage) => Link[]]): Fault[] => [
  {
    name: `cut-${name}`,
    outage: `the network between ${name.replace('-', ' and ')} is cut for ${CUT_S} s`,
    harm: (stage) => during(linksOf(stage), CUT_S, (link) => link.cut()),
  },
  {
    name: `silent-${name}`,
    outage: `nothing comes through between ${name.replace('-', ' and ')} for ${HELD_S} s`,
    harm: (stage) => during(linksOf(stage), HELD_S, (link) => link.hold()),
  },
];

export const networkFaults: readonly Fault[] = Object.entries(links).flatMap(faultsOf);

async function during(failing: readonly Link[], seconds: number, fail: (link: Link) => void): Promise<void> {
  failing.forEach(fail);
  await sleep(seconds * 1_000);
  for (const link of failing) link.mend();
}
