import { Type, type Static } from 'typebox';
import { channels, literals, outcomes, type Outcome } from '@taskhook/contracts';
import { latencyBuckets } from '@taskhook/telemetry';

const Count = Type.Integer({ minimum: 0 });

/** Upper bounds in seconds of the classes in which first touches are counted; one more is open. */
export const touchBounds = [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300, 3_600] as const;

/** How the installation did in a span of time. Times in milliseconds since 1970. */
export const OperationsPoint = Type.Object({
  /** The end of the span. */
  at: Type.Number(),
  span_ms: Type.Number(),
  accepted: Count,
  /** Answers to senders in each class of `latencyBuckets`. */
  answers: Type.Array(Count),
  attempts: Type.Record(literals(outcomes), Count),
  /** First touches in each class of `touchBounds`. */
  first_touches: Type.Array(Count),
  channels: Type.Record(
    literals(channels),
    Type.Object({
      due: Count,
      deferred: Count,
      active: Count,
      oldest_age_seconds: Type.Number({ minimum: 0 }),
    }),
  ),
  run_log_lag: Count,
});
export type OperationsPoint = Static<typeof OperationsPoint>;

/** What times were counted of. */
export type Counted = Pick<OperationsPoint, 'answers' | 'first_touches'>;

/** What a recorder has seen of attempts. */
export interface Tally {
  attempts: Record<Outcome, number>;
  first_touches: number[];
}

export const emptyTally = (): Tally => ({
  attempts: countsOf(() => 0),
  first_touches: Array.from({ length: touchBounds.length + 1 }, () => 0),
});

/** A number for each outcome. */
export function countsOf(count: (outcome: Outcome) => number): Record<Outcome, number> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>;
}

/** One point for several that follow each other: counts are summed, of depths and ages the highest is kept. */
export function mergePoints(points: readonly OperationsPoint[]): OperationsPoint | undefined {
  const [first, ...rest] = points;
  if (first === undefined) return undefined;
  return rest.reduce((sum, point) => {
    return {
      at: point.at,
      span_ms: sum.span_ms + point.span_ms,
      accepted: sum.accepted + point.accepted,
      attempts: countsOf((outcome) => sum.attempts[outcome] + point.attempts[outcome]),
      answers: addCounts(sum.answers, point.answers),
      first_touches: addCounts(sum.first_touches, point.first_touches),
      channels: higherOf(sum.channels, point.channels),
      run_log_lag: Math.max(sum.run_log_lag, point.run_log_lag),
    };
  }, first);
}

/** What is counted in two lists of the same classes. */
export function addCounts(a: readonly number[], b: readonly number[]): number[] {
  return a.map((count, i) => count + (b[i] ?? 0));
}

type Channels = OperationsPoint['channels'];

function higherOf(a: Channels, b: Channels): Channels {
  const merged: Channels = { ...a };
  for (const channel of channels) {
    const [one, other] = [a[channel], b[channel]];
    merged[channel] = {
      due: Math.max(one.due, other.due),
      deferred: Math.max(one.deferred, other.deferred),
      active: Math.max(one.active, other.active),
      oldest_age_seconds: Math.max(one.oldest_age_seconds, other.oldest_age_seconds),
    };
  }
  return merged;
}

export const firstTouchWithin = (share: number, { first_touches }: Counted): number | null =>
  quantile(share, first_touches, touchBounds);

export const answeredWithin = (share: number, { answers }: Counted): number | null =>
  quantile(share, answers, latencyBuckets);

/** The time in seconds below which a share of counted times is, read off their classes; null without any. */
export function quantile(share: number, counts: readonly number[], bounds: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let below = 0;
  for (const [i, count] of counts.entries()) {
    const [from, to] = [bounds[i - 1] ?? 0, bounds[i] ?? bounds.at(-1) ?? 0];
    if (below + count >= share * total && count > 0)
      return from + ((share * total - below) / count) * (to - from);
    below += count;
  }
  return bounds.at(-1) ?? null;
}
