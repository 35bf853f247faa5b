import { durationMs, type Lead, type TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { QueuedStep } from './queued-step.ts';

export interface NewRun {
  run_id: string;
  task_id: string;
  revision: number;
  lead: Lead;
  source: string;
  test: boolean;
  /** Milliseconds since 1970. */
  received_at: number;
  /** When a run that comes late starts to count its wait; absent for one that starts when it is received. */
  startsAt?: number;
}

/** The job of a run's first step, in the queue of its channel, delayed by its wait. */
export function firstStep({ startsAt, ...run }: NewRun, { steps }: TaskDefinition): QueuedStep {
  const [step] = steps;
  if (step === undefined) throw new TaskhookError('internal_error', 'A revision has no steps.');
  const delayMs = step.wait === undefined ? 0 : durationMs(step.wait);
  const due_at = (startsAt ?? run.received_at) + delayMs;
  return {
    channel: step.channel,
    delayMs,
    job: { ...run, step: 0, attempts: 0, delivered: false, due_at },
  };
}
