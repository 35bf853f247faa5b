import { SECOND, type InstanceRecord } from '@taskhook/contracts';
import { readInstances, type Redis, type RedisKeys } from '@taskhook/queue';
import { latencyBuckets } from '@taskhook/telemetry';
import { addCounts } from './point.ts';

export interface Answers {
  /** Answers to senders since the last sample, in each class of `latencyBuckets`. */
  counts: number[];
  /** What the next sample compares with, as text. */
  state: string;
}

/** Answers since each process' start, by the process' id. */
type Seen = Record<string, number[]>;

const CLASSES = latencyBuckets.length + 1;
/** A process tells of itself for the first time a moment after its start. */
const FIRST_PULSE_MS = 10 * SECOND;

/**
 * What all ingress processes answered since the sample `before`. One that has started since then has counted from
 * zero; of one that was out of sight it is not known when it answered, so it only gives what to compare with.
 */
export async function readAnswers(
  redis: Redis,
  keys: RedisKeys,
  before: Readonly<Record<string, string>>,
  now: number,
): Promise<Answers> {
  const seen = JSON.parse(before['answered'] ?? '{}') as Seen;
  const startedSince = Number(before['at'] ?? now) - FIRST_PULSE_MS;
  const told = (await readInstances(redis, keys, now)).flatMap((record) => countsOf(record));
  const since = told.map(({ id, started_at, counts }) => {
    const base = seen[id] ?? (started_at >= startedSince ? [] : counts);
    return counts.map((count, i) => Math.max(0, count - (base[i] ?? 0)));
  });
  return {
    counts: since.reduce(
      addCounts,
      Array.from({ length: CLASSES }, () => 0),
    ),
    state: JSON.stringify(Object.fromEntries(told.map(({ id, counts }) => [id, counts]))),
  };
}

/** Nothing of a process of another version, which counts in other classes. */
function countsOf({ id, started_at, answer_times: counts }: InstanceRecord) {
  return counts?.length === CLASSES ? [{ id, started_at, counts }] : [];
}
