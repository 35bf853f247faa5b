import { channels, SECOND, type Channel } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import { createWorkLease, readAdmissionCounts } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Registry } from '../registry.ts';
import { mergePoints, type OperationsPoint } from './point.ts';
import { readAnswers } from './answers.ts';
import { addTally, appendPoint, ranges, readPoints, takeTally } from './series-store.ts';
import type { AttemptTally } from './tally.ts';

export interface SamplerOptions {
  registry: Pick<Registry, 'redis' | 'keys' | 'queues' | 'runLogLag'>;
  tally: AttemptTally;
  logger: Logger;
  everyMs?: number;
}

/**
 * Writes down every ten seconds how the installation does, and every five minutes the sum of that. Of
 * several processes one does; what the others have counted comes along.
 */
export function startSampler({
  registry,
  tally,
  logger,
  everyMs = ranges['1h'].stepMs,
}: SamplerOptions): Loop {
  const { redis, keys } = registry;
  const lease = createWorkLease(redis, keys, 'operations', everyMs + 5 * SECOND);
  return startLoop({
    name: 'operations',
    logger,
    pauseMs: everyMs,
    turn: async () => {
      await addTally(redis, keys, tally.take());
      if (!(await lease.renew())) return;
      await sample(registry);
    },
  });
}

export async function sample(registry: SamplerOptions['registry'], now = Date.now()): Promise<void> {
  const { redis, keys } = registry;
  const before = await redis.hgetall(keys.samplerState);
  const { accepted, held } = await readAdmissionCounts(redis, keys);
  const total = accepted + held;
  const answered = await readAnswers(redis, keys, before, now);
  await redis.hset(keys.samplerState, { at: now, total, answered: answered.state });
  const span_ms = now - Number(before['at'] ?? now);
  // The first sample has nothing to compare with, and one after a long pause would be no rate of now.
  if (span_ms <= 0 || span_ms > ranges['24h'].stepMs) return;
  const point: OperationsPoint = {
    at: now,
    span_ms,
    accepted: Math.max(0, total - Number(before['total'] ?? total)),
    answers: answered.counts,
    ...(await takeTally(redis, keys)),
    channels: await readChannels(registry),
    run_log_lag: await registry.runLogLag(),
  };
  await appendPoint(redis, keys, '1h', point);
  await sumUp(registry, now, Number(before['summed_at'] ?? 0));
}

async function sumUp(
  { redis, keys }: SamplerOptions['registry'],
  now: number,
  summedAt: number,
): Promise<void> {
  if (now - summedAt < ranges['24h'].stepMs) return;
  const from = Math.max(summedAt, now - ranges['24h'].stepMs);
  const points = await readPoints(redis, keys, '1h');
  const sum = mergePoints(points.filter(({ at }) => at > from));
  if (sum !== undefined) await appendPoint(redis, keys, '24h', sum);
  await redis.hset(keys.samplerState, { summed_at: now });
}

async function readChannels({ queues }: SamplerOptions['registry']): Promise<OperationsPoint['channels']> {
  const entries = await Promise.all(
    channels.map(async (channel): Promise<[Channel, OperationsPoint['channels'][Channel]]> => {
      const { due, deferred, active, oldestAgeSeconds } = await queues.stats(channel);
      return [channel, { due, deferred, active, oldest_age_seconds: oldestAgeSeconds }];
    }),
  );
  return Object.fromEntries(entries) as OperationsPoint['channels'];
}
