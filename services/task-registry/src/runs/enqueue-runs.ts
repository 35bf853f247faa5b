import type { FetchJob, FetchTarget, Lead, RunAccepted, TaskDefinition } from '@taskhook/contracts';
import {
  admit,
  firstStep,
  redisUnavailable,
  type Admission,
  type Admitted,
  type Claim,
} from '@taskhook/queue';
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
  /** What the run stands for, where others may try to start the same. */
  claims?: readonly Claim[];
}

/** A held run waits until its task is resumed. A lead that is null is fetched first, from `fetch`. */
export type NewRun = NewRunOrigin &
  ({ status: 'queued' | 'held'; lead: Lead } | { status: 'queued'; lead: null; fetch: FetchTarget });

/**
 * Starts runs as ingress does: each that nobody else has claimed, all in one step. Gives what became of
 * them. Throws `unavailable` where Redis fails: then all may have started, or none.
 */
export async function enqueueRuns(registry: Registry, runs: readonly NewRun[]): Promise<Admitted[]> {
  const { redis, keys, store } = registry;
  const now = Date.now();
  const events = runs.map((run) => acceptedEvent(run, now));
  const group = runs.map((run, i) => admissionOf(run, events[i], now));
  const outcomes = await admit(redis, keys, group).catch((error: unknown) => {
    throw redisUnavailable(error);
  });
  // So that the caller can look at the run at once; the recorder writes it in any case.
  const started = events.filter((_event, i) => outcomes[i]?.status === 'admitted');
  await recordEvents(store, started).catch(() => undefined);
  return outcomes;
}

function admissionOf(run: NewRun, event: RunAccepted | undefined, now: number): Admission {
  const { run_id: runId, claims = [], status } = run;
  const counts = status === 'held' ? 'held' : 'accepted';
  return { runId, claims, counts, event: JSON.stringify(event), ...jobOf(run, now) };
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

/** None for a held run. */
function jobOf(run: NewRun, now: number): Pick<Admission, 'step' | 'fetch'> {
  const { run_id, task_id, revision, source, test, late, definition } = run;
  const job = { run_id, task_id, revision, source, test, received_at: now };
  if (run.lead === null) return { fetch: fetchOf(run, job) };
  if (run.status === 'held') return {};
  const { lead } = run;
  return { step: firstStep({ ...job, lead, ...(late ? { startsAt: now } : {}) }, definition) };
}

function fetchOf(
  { fetch, replay_of }: NewRun & { lead: null },
  job: Omit<FetchJob, keyof FetchTarget | 'attempts'>,
): FetchJob {
  return { ...job, ...fetch, attempts: 0, ...(replay_of === null ? {} : { replay_of }) };
}
