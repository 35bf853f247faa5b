import type { ReadinessCheck } from '@taskhook/http';
import { pingRedis, type ReadModelCopier, type Redis } from '@taskhook/queue';
import type { DurabilityWatch } from './durability-watch.ts';
import type { LocalDisk } from './spool/local-disk.ts';

export interface ReadinessParts {
  commands: Redis;
  subscriber: Redis;
  durability: DurabilityWatch;
  disk: LocalDisk | undefined;
  copier?: ReadModelCopier;
  stopping(): boolean;
}

/**
 * Ready: leads can be kept, by Redis or else by the spool; changes of tasks are heard, or they are known
 * from the disk; and the service is not about to stop.
 */
export function readinessChecks(parts: ReadinessParts): Record<string, ReadinessCheck> {
  const { commands, subscriber, durability, disk, copier } = parts;
  return {
    redis: orSpool(disk, () => redisTakesLeads(commands, disk)),
    read_model: orSpool(disk, () => changesAreHeard(subscriber, copier)),
    durability: orSpool(disk, () => redisKeepsLeads(durability)),
    ...(disk !== undefined && { spool: () => spoolState(disk) }),
    service: () => {
      if (parts.stopping()) throw new Error('stopping');
    },
  };
}

/** What Redis lacks does not matter while the spool takes leads; it is told all the same. */
function orSpool(disk: LocalDisk | undefined, check: ReadinessCheck): ReadinessCheck {
  if (disk === undefined) return check;
  return async () => {
    try {
      return await check();
    } catch (error) {
      const problem = await disk.spool.problem();
      if (problem !== undefined) throw error;
      return `leads go to the spool: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
}

async function redisTakesLeads(redis: Redis, disk: LocalDisk | undefined): Promise<void> {
  if (disk?.circuit.isOpen() === true) throw new Error('it takes no leads');
  await pingRedis(redis);
}

function changesAreHeard({ status }: Redis, copier: ReadModelCopier | undefined): string {
  if (status !== 'ready') throw new Error(`changes are not heard: connection is ${status}`);
  return copier?.copied() === false ? 'ok, not copied to disk yet' : 'ok';
}

function redisKeepsLeads(durability: DurabilityWatch): void {
  const problem = durability.problem();
  if (problem !== undefined) throw new Error(problem);
}

/** A spool that takes nothing is no harm while Redis does. */
async function spoolState({ spool }: LocalDisk): Promise<string> {
  const { entries, bytes } = spool.state();
  const problem = await spool.problem();
  const waiting = entries === 0 ? 'empty' : `${entries} entries, ${bytes} bytes`;
  return problem === undefined ? waiting : `${waiting}; takes nothing: ${problem}`;
}
