import type { ReadinessCheck } from '@taskhook/http';
import { pingRedis, type Redis } from '@taskhook/queue';

export interface ReadinessParts {
  commands: Redis;
  subscriber: Redis;
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
    service: () => {
      if (parts.stopping()) throw new Error('stopping');
    },
  };
}
