import type { Lead, RunAccepted, TaskDefinition } from '@taskhook/contracts';
import { appendRunLog, redisUnavailable, type QueuedStep } from '@taskhook/queue';
import { recordEvents } from '../recorder/record-events.ts';
import type { Registry } from '../registry.ts';
import { firstStep } from './first-step.ts';

export interface NewRun {
  run_id: string;
  task_id: string;
  revision: number;
  definition: TaskDefinition;
  /** A held run waits until its task is resumed. */
  status: 'queued' | 'held';
  lead: Lead;
  source: string;
  test: boolean;
  replay_of: string | null;
}

/**
 * Starts runs as ingress does: logged first, queued then. Doing it twice with the same ids is doing
 * it once. Throws `unavailable` where Redis fails: some may have started, do it again with the same ids.
 */
export async function enqueueRuns(registry: Registry, runs: readonly NewRun[]): Promise<void> {
  const { redis, keys, queues, store } = registry;
  const now = Date.now();
  const events = runs.map((run) => acceptedEvent(run, now));
  const steps = runs.filter(({ status }) => status === 'queued').map((run) => firstStepOf(run, now));
  try {
    await appendRunLog(redis, keys.runLog, events);
    await queues.add(steps);
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
    received_at: now,
  };
}

function firstStepOf(
  { run_id, task_id, revision, lead, source, test, definition }: NewRun,
  now: number,
): QueuedStep {
  return firstStep({ run_id, task_id, revision, lead, source, test, received_at: now }, definition);
}
