import { durationMs, type Lead, type RunAccepted, type StepJob } from '@taskhook/contracts';
import type { QueuedStep } from '@taskhook/queue';
import type { Webhook } from '../webhook/find-webhook.ts';

interface NewRun {
  runId: string;
  lead: Lead;
  receivedAt: number;
}

/** What is written for a new run: its event and, unless its task is paused, the job of its first step. */
export function acceptedLead(webhook: Webhook, run: NewRun): { event: RunAccepted; step?: QueuedStep } {
  const event = acceptedEvent(webhook, run);
  return webhook.paused ? { event } : { event, step: firstStep(webhook, run) };
}

function acceptedEvent(webhook: Webhook, { runId, lead, receivedAt }: NewRun): RunAccepted {
  return {
    type: 'accepted',
    run_id: runId,
    task_id: webhook.taskId,
    revision: webhook.revision,
    status: webhook.paused ? 'held' : 'queued',
    test: false,
    source: webhook.definition.source,
    replay_of: null,
    lead,
    received_at: receivedAt,
  };
}

function firstStep(webhook: Webhook, { runId, lead, receivedAt }: NewRun): QueuedStep {
  const { channel, wait } = webhook.firstStep;
  const delayMs = wait === undefined ? 0 : durationMs(wait);
  const job: StepJob = {
    run_id: runId,
    task_id: webhook.taskId,
    revision: webhook.revision,
    step: 0,
    lead,
    source: webhook.definition.source,
    test: false,
    received_at: receivedAt,
    attempts: 0,
    delivered: false,
    ...(delayMs > 0 && { due_at: receivedAt + delayMs }),
  };
  return { channel, job, delayMs };
}
