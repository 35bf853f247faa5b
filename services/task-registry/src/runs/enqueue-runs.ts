import type { FetchJob, FetchTarget, Lead, RunAccepted, TaskDefinition } from '@taskhook/contracts';
import { appendRunLog, redisUnavailable, type QueuedStep, firstStep } from '@taskhook/queue';
import { recordEvents } from '../recorder/record-events.ts';
import type { Registry } from '../registry.ts';

interface NewRunOrigin {
  run_id: string;
  task_id: string;
  revision: number;
  definition: TaskDefinition;
  source: string;
  test: boolean;
  replay_of: string | null;
  /** Whether its lead came long before: how soon its first step goes says nothing then. */
  late: boolean;
}

/** A held run waits until its task is resumed. A lead that is null is fetched first, from `fetch`. */
export type NewRun = NewRunOrigin &
  ({ status: 'queued' | 'held'; lead: Lead } | { status: 'queued'; lead: null; fetch: FetchTarget });

/**
 * Starts runs as ingress does: logged first, queued then. Doing it twice with the same ids is doing
 * it once. Throws `unavailable` where Redis fails: some may have started, do it again with the same ids.
 */
export async function enqueueRuns(registry: Registry, runs: readonly NewRun[]): Promise<void> {
  const { redis, keys, queues, fetchQueue, store } = registry;
  const now = Date.now();
  const events = runs.map((run) => acceptedEvent(run, now));
  try {
    await appendRunLog(redis, keys.runLog, events);
    await queues.add(runs.flatMap((run) => stepsOf(run, now)));
    await fetchQueue.add(runs.flatMap((run) => fetchesOf(run, now)));
  } catch (error) {
    throw redisUnavailable(error);
  }
  // So that the caller can look at the run at once; the recorder writes it in any case.
  await recordEvents(store, events).catch(() => undefined);
}

function acceptedEvent(run: NewRun, now: number): RunAccepted {
  const { run_id, task_id, revision, status, test, source, replay_of, lead } = run;
  return {
    type: 'accepted',
    run_id,
    task_id,
    revision,
    status,
    test,
    source,
    replay_of,
    lead,
    ...(run.lead === null ? { fetch: run.fetch } : {}),
    received_at: now,
  };
}

function stepsOf(run: NewRun, now: number): QueuedStep[] {
  const { run_id, task_id, revision, status, lead, source, test, late, definition } = run;
  if (status === 'held' || lead === null) return [];
  const job = { run_id, task_id, revision, lead, source, test, received_at: now };
  return [firstStep(late ? { ...job, startsAt: now } : job, definition)];
}

function fetchesOf(run: NewRun, now: number): FetchJob[] {
  if (run.lead !== null) return [];
  const { run_id, task_id, revision, fetch, source, test, replay_of } = run;
  const job = { run_id, task_id, revision, ...fetch, source, test, received_at: now, attempts: 0 };
  return [replay_of === null ? job : { ...job, replay_of }];
}
