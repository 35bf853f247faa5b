import type { Lead, RunAccepted, Source } from '@taskhook/contracts';
import { firstStep, type NewRun, type QueuedStep } from '@taskhook/queue';
import type { Webhook } from '../webhook/find-webhook.ts';

export interface NewLead {
  runId: string;
  lead: Lead;
  /** The adapter that read it. */
  source: Source;
  /** A sender's test lead. */
  test: boolean;
  receivedAt: number;
}

/** What is written for a new run: its event and, unless its task is paused, the job of its first step. */
export function acceptedLead(webhook: Webhook, run: NewLead): { event: string; step?: QueuedStep } {
  const event = JSON.stringify(acceptedEvent(webhook, run));
  return webhook.paused ? { event } : { event, step: firstStep(runOf(webhook, run), webhook.definition) };
}

function acceptedEvent(webhook: Webhook, run: NewLead): RunAccepted {
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

function runOf({ taskId, revision }: Webhook, { runId, lead, source, test, receivedAt }: NewLead): NewRun {
  return { run_id: runId, task_id: taskId, revision, lead, source, test, received_at: receivedAt };
}
