import type { Redis } from 'ioredis';
import type { RunLogEvent } from '@taskhook/contracts';
import { createGroupCommit } from './group-commit.ts';
import { appendRunLog } from './run-log.ts';

/** Writes to the run log; what is written at the same time shares a stream entry. */
export interface RunLogWriter {
  /** Resolves when Redis has taken the events; they stay in their order. */
  append(...events: RunLogEvent[]): Promise<void>;
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
}

const EVENTS_PER_ENTRY = 100;

/** One group at a time, so that the events of one writer reach the stream in the order of `append`. */
export function createRunLogWriter(redis: Redis, key: string): RunLogWriter {
  const groups = createGroupCommit<RunLogEvent[]>({
    commit: (items) => appendRunLog(redis, key, items.flat()),
    maxItems: EVENTS_PER_ENTRY,
    maxInFlight: 1,
  });
  return { append: (...events) => groups.add(events), idle: groups.idle };
}
