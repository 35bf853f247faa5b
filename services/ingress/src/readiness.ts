import type { ReadinessCheck } from '@taskhook/http';
import { pingRedis, type Redis } from '@taskhook/queue';
import type { DurabilityWatch } from './durability-watch.ts';

export interface ReadinessParts {
  commands: Redis;
  subscriber: Redis;
  durability: DurabilityWatch;
  stopping(): boolean;
}

/** Ready: leads can be stored, changes of tasks are heard, and the service is not about to stop. */
export function readinessChecks(parts: ReadinessParts): Record<string, ReadinessCheck> {
  return {
    redis: () => pingRedis(parts.commands),
    read_model: () => {
      const { status } = parts.subscriber;
      if (status !== 'ready') throw new Error(`changes are not heard: connection is ${status}`);
    },
    durability: () => {
      const problem = parts.durability.problem();
      if (problem !== undefined) throw new Error(problem);
    },
    service: () => {
      if (parts.stopping()) throw new Error('stopping');
    },
  };
}
