import { setTimeout as sleep } from 'node:timers/promises';
import { appendRunLog, type FetchQueue, type LeadQueues, type Redis, type RedisKeys } from '@taskhook/queue';
import type { IngressEvents } from '../events.ts';
import type { Entry } from './entry.ts';

export interface CommitParts {
  redis: Redis;
  keys: RedisKeys;
  queues: LeadQueues;
  fetches: FetchQueue;
  events: IngressEvents;
}

/** A group is tried again where it failed this early: a sender waits for no more than one time-out. */
const RETRY_WITHIN_MS = 1_000;
const RETRY_AFTER_MS = 200;

/** Largest entry of the run log, unless a single event is larger. */
const ENTRY_BYTES = 1_048_576;

/**
 * Writes a group: its events, then its jobs. Where a part of it failed the whole is written again:
 * a run's event and job count once however often they come. Rejects when it may not be in.
 */
export async function commitGroup(parts: CommitParts, group: readonly Entry[]): Promise<void> {
  const start = performance.now();
  try {
    await write(parts, group);
  } catch (error) {
    if (performance.now() - start > RETRY_WITHIN_MS) throw error;
    parts.events.groupRetried(group.length, error);
    await sleep(RETRY_AFTER_MS);
    await write(parts, group);
  }
}

/** One connection keeps the order, so the jobs need not wait until the events are answered for. */
async function write(parts: CommitParts, group: readonly Entry[]): Promise<void> {
  const { redis, keys, queues, fetches } = parts;
  const steps = group.flatMap(({ step }) => step ?? []);
  const jobs = group.flatMap(({ fetch }) => fetch ?? []);
  const outcomes = await Promise.allSettled([
    ...logEntries(group).map((events) => appendRunLog(redis, keys.runLog, events)),
    queues.add(steps),
    ...(jobs.length > 0 ? [fetches.add(jobs)] : []),
  ]);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** The events in entries of a bounded size. */
function logEntries(group: readonly Entry[]): Entry['event'][][] {
  const entries: Entry['event'][][] = [];
  let room = 0;
  for (const { event, bytes } of group) {
    if (bytes > room || entries.length === 0) {
      entries.push([]);
      room = ENTRY_BYTES;
    }
    entries.at(-1)?.push(event);
    room -= bytes;
  }
  return entries;
}
