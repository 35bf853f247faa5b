import { Type, type Static } from 'typebox';
import { Instance, SECOND } from '@taskhook/contracts';
import { redisUnavailable } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { systemReport } from '../system/system-report.ts';
import { OperationsPoint, quantile } from './point.ts';
import { ranges, readPoints, type Range } from './series-store.ts';

const Seconds = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);
const { attempts, channels, run_log_lag } = OperationsPoint.properties;

const View = Type.Object({
  at: Type.String({ format: 'date-time' }),
  leads_per_second: Type.Number({ minimum: 0 }),
  first_touch_p50: Seconds,
  first_touch_p99: Seconds,
  attempts,
  channels,
  run_log_lag,
});

/** How the installation did and does; times in seconds. */
export const Operations = Type.Object({
  range: Type.Enum(['1h', '24h']),
  step_seconds: Type.Integer(),
  points: Type.Array(View, { description: 'Oldest first; spans without any sample are missing' }),
  instances: Type.Array(Instance, { description: 'Processes that told of themselves lately' }),
});
export type Operations = Static<typeof Operations>;

/** Throws `unavailable` where Redis does not answer. */
export async function operations(registry: Registry, range: Range): Promise<Operations> {
  const { redis, keys } = registry;
  try {
    const [points, { instances }] = await Promise.all([
      readPoints(redis, keys, range),
      systemReport(registry),
    ]);
    return { range, step_seconds: ranges[range].stepMs / SECOND, points: points.map(toView), instances };
  } catch (error) {
    throw redisUnavailable(error);
  }
}

function toView(point: OperationsPoint): Static<typeof View> {
  const { at, span_ms, accepted, first_touches } = point;
  return {
    at: new Date(at).toISOString(),
    leads_per_second: (accepted * SECOND) / span_ms,
    first_touch_p50: quantile(0.5, first_touches),
    first_touch_p99: quantile(0.99, first_touches),
    attempts: point.attempts,
    channels: point.channels,
    run_log_lag: point.run_log_lag,
  };
}
