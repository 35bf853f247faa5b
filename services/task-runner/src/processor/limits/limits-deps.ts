import type { Channel } from '@taskhook/contracts';
import {
  acquireLease,
  askTarget,
  releaseLease,
  takeTurn,
  tellTarget,
  type BreakerPolicy,
  type LeadQueues,
  type ReadModel,
  type Redis,
  type RedisKeys,
} from '@taskhook/queue';
import type { RunnerEvents } from '../../events.ts';
import type { LimitsGateDeps } from './limits-gate.ts';
import { createTargetFinder } from './target-of.ts';

export interface LimitsParts {
  redis: Redis;
  keys: RedisKeys;
  readModel: Pick<ReadModel, 'connection'>;
  queues: Pick<LeadQueues, 'promote'>;
  events: Pick<RunnerEvents, 'targetChanged' | 'limitsFailed'>;
  breaker: BreakerPolicy;
  /** Longer than any attempt takes. */
  leaseMs: number;
}

/** The limits of all workers, in Redis. */
export function createLimitsDeps(parts: LimitsParts): LimitsGateDeps {
  const { redis, keys, readModel, queues, events, breaker, leaseMs } = parts;
  return {
    targetOf: createTargetFinder(readModel),
    takeTurn: (taskId, rate, hold) => takeTurn(redis, keys, taskId, rate, hold),
    acquire: (lease, since) => acquireLease(redis, keys, lease, leaseMs, since),
    release: async (lease) => {
      const called = await releaseLease(redis, keys, lease);
      await Promise.all(called.map((holder) => call(queues, holder)));
    },
    ask: (target, who, hold) => askTarget(redis, keys, target, who, hold),
    tell: (target, who, report) => tellTarget(redis, keys, target, who, report, breaker),
    targetChanged: (target, change, code) => events.targetChanged(target, change, code),
    failed: (error) => events.limitsFailed(error),
  };
}

async function call(queues: Pick<LeadQueues, 'promote'>, holder: string): Promise<void> {
  const [channel = '', jobId = ''] = holder.split(' ');
  await queues.promote(channel as Channel, jobId);
}
