import { durationMs, type Lead, type RunAccepted, type Source, type StepJob } from '@taskhook/contracts';
import type { QueuedStep } from '@taskhook/queue';
import type { Webhook } from '../webhook/find-webhook.ts';

export interface NewRun {
  runId: string;
  lead: Lead;
  /** The adapter that read it. */
  source: Source;
  /** A sender's test lead. */
  test: boolean;
  receivedAt: number;
}

/** What is written for a new run: its event and, unless its task is paused, the job of its first step. */
export function acceptedLead(webhook: Webhook, run: NewRun): { event: RunAccepted; step?: QueuedStep } {
  const event = acceptedEvent(webhook, run);
  return webhook.paused ? { event } : { event, step: firstStep(webhook, run) };
}

function acceptedEvent(webhook: Webhook, run: NewRun): RunAccepted {
  return {
    type: 'accepted',
    run_id: run.runId,
    task_id: webhook.taskId,
    revision: webhook.revision,
    status: webhook.paused ? 'held' : 'queued',
    test: run.test,
    source: run.source,
    replay_of: null,
    lead: run.lead,
    received_at: run.receivedAt,
  };
}

function firstStep(webhook: Webhook, { runId, lead, source, test, receivedAt }: NewRun): QueuedStep {
  const { channel, wait } = webhook.firstStep;
  const delayMs = wait === undefined ? 0 : durationMs(wait);
  const job: StepJob = {
    run_id: runId,
    task_id: webhook.taskId,
    revision: webhook.revision,
    step: 0,
    lead,
    source,
    test,
    received_at: receivedAt,
    attempts: 0,
    delivered: false,
    ...(delayMs > 0 && { due_at: receivedAt + delayMs }),
  };
  return { channel, job, delayMs };
}
