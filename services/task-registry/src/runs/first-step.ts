import { durationMs, type Lead, type TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { QueuedStep } from '@taskhook/queue';

export interface FirstStep {
  run_id: string;
  task_id: string;
  revision: number;
  lead: Lead;
  source: string;
  test: boolean;
  /** Milliseconds since 1970. */
  received_at: number;
  /** When a run that comes late starts to count its wait; absent for a new one. */
  startsAt?: number;
}

/** The job of a run's first step, in the queue of its channel, delayed by its wait. */
export function firstStep({ startsAt, ...run }: FirstStep, definition: TaskDefinition): QueuedStep {
  const [step] = definition.steps;
  if (step === undefined) throw new TaskhookError('internal_error', 'A task without steps was stored.');
  const delayMs = step.wait === undefined ? 0 : durationMs(step.wait);
  return {
    channel: step.channel,
    delayMs,
    job: {
      ...run,
      step: 0,
      attempts: 0,
      delivered: false,
      ...(startsAt === undefined ? {} : { due_at: startsAt + delayMs }),
    },
  };
}
