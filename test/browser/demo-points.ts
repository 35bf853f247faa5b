import { connectRedis, redisKeys } from '@taskhook/queue';
import { latencyBuckets, silentLogger } from '@taskhook/telemetry';
import {
  countsOf,
  touchBounds,
  type OperationsPoint,
} from '../../services/task-registry/src/operations/point.ts';
import { appendPoint, ranges } from '../../services/task-registry/src/operations/series-store.ts';
import type { Stack } from '../e2e/stack.ts';

/** Writes an hour of figures, as an installation with a campaign at work would have it. */
export async function writePoints({ settings }: Stack): Promise<void> {
  const redis = await connectRedis({
    url: settings.redisUrl,
    name: 'demo',
    purpose: 'work',
    logger: silentLogger,
  });
  const keys = redisKeys(settings.keyPrefix, Buffer.from(settings.secretKey, 'base64'));
  const { stepMs, kept } = ranges['1h'];
  const start = Date.now() - kept * stepMs;
  for (let i = 1; i < kept; i += 1) {
    await appendPoint(redis, keys, '1h', pointAt(start + i * stepMs, i / kept));
  }
  redis.disconnect();
}

/** `part` is how much of the hour has gone by. A wave of leads, with some unrest that is the same each time. */
function pointAt(at: number, part: number): OperationsPoint {
  const unrest = (n: number) => 0.8 + 0.4 * Math.abs(Math.sin(part * 700 * n));
  const wave = 1 + Math.sin(part * Math.PI * 3 - 1) * 0.6;
  const leads = Math.round(140 * wave * unrest(1));
  const spread = (bounds: readonly number[], middle: number) =>
    [...bounds, 0].map((_bound, place) =>
      Math.round(leads * Math.exp(-((place - middle) ** 2) / 1.2) * unrest(place + 2) * 0.5),
    );
  const depth = (due: number, deferred: number) => ({
    due: Math.round(due * wave * unrest(3)),
    deferred: Math.round(deferred * (0.4 + part)),
    active: Math.round(8 * wave),
    oldest_age_seconds: 1.5 * wave * unrest(5),
  });
  return {
    at,
    span_ms: ranges['1h'].stepMs,
    accepted: leads,
    answers: spread(latencyBuckets, 2.2),
    attempts: { ...countsOf(() => 0), delivered: leads, retry: Math.round(leads * 0.03 * unrest(7)) },
    first_touches: spread(touchBounds, 1.6),
    channels: {
      whatsapp: depth(22, 2_400),
      email: depth(12, 1_300),
      http: depth(9, 0),
      sms: depth(4, 300),
      preview: depth(0, 0),
    },
    run_log_lag: Math.round(40 * wave * unrest(11)),
  };
}
