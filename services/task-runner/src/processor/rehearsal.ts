import type { RenderedStep } from '@taskhook/templating';
import type { AttemptMade } from './attempt-step.ts';
import type { StepWork } from './step-work.ts';

/** A task may want the test leads of its senders to be rendered and recorded, and nothing to be sent. */
export function isRehearsal({ job, definition, step }: StepWork): boolean {
  return job.test && definition.test_leads === 'preview' && step.definition.channel !== 'preview';
}

/** A rehearsal sends nothing, so no gate is asked. */
export function rehearse(rendered: RenderedStep): AttemptMade {
  return {
    delivery: {
      outcome: 'delivered',
      status_code: null,
      error: null,
      answer: 'Not sent: the lead is a test, and the task only previews test leads.',
    },
    rendered,
    at: Date.now(),
    durationMs: 0,
  };
}
