import { Type, type Static } from 'typebox';
import { Instance, SECOND } from '@taskhook/contracts';
import { redisUnavailable } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { systemReport } from '../system/system-report.ts';
import { answeredWithin, firstTouchWithin, mergePoints, OperationsPoint, type Counted } from './point.ts';
import { ranges, readPoints, type Range } from './series-store.ts';

const Seconds = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);
const { attempts, channels, run_log_lag } = OperationsPoint.properties;

/** Answers to senders, and first touches: half of them, and 99 of 100, took no longer. */
const times = {
  answer_p50: Seconds,
  answer_p99: Seconds,
  first_touch_p50: Seconds,
  first_touch_p99: Seconds,
};
const Times = Type.Object(times, { description: 'Of the whole range' });

const View = Type.Object({
  at: Type.String({ format: 'date-time' }),
  leads_per_second: Type.Number({ minimum: 0 }),
  ...times,
  attempts,
  channels,
  run_log_lag,
});

/** How the installation did and does; times in seconds. */
export const Operations = Type.Object({
  range: Type.Enum(['1h', '24h']),
  step_seconds: Type.Integer(),
  times: Times,
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
    return {
      range,
      step_seconds: ranges[range].stepMs / SECOND,
      times: timesOf(mergePoints(points)),
      points: points.map(toView),
      instances,
    };
  } catch (error) {
    throw redisUnavailable(error);
  }
}

/** Nulls where nothing was measured. */
function timesOf(counted: Counted = { answers: [], first_touches: [] }): Static<typeof Times> {
  return {
    answer_p50: answeredWithin(0.5, counted),
    answer_p99: answeredWithin(0.99, counted),
    first_touch_p50: firstTouchWithin(0.5, counted),
    first_touch_p99: firstTouchWithin(0.99, counted),
  };
}

function toView(point: OperationsPoint): Static<typeof View> {
  const { at, span_ms, accepted } = point;
  return {
    at: new Date(at).toISOString(),
    leads_per_second: (accepted * SECOND) / span_ms,
    ...timesOf(point),
    attempts: point.attempts,
    channels: point.channels,
    run_log_lag: point.run_log_lag,
  };
}
