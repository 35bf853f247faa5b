import type { Lead, Run, RunStep } from '@taskhook/contracts';
import { fromJsonText } from '../store/json-text.ts';
import type { RunDoc, StoredLead, StoredStep } from '../store/run-model.ts';

/** A run as the API shows it: what is told of so far, steps and attempts in their order. */
export function toRun(doc: RunDoc): Run {
  return {
    id: doc._id,
    task_id: doc.task_id,
    task_revision: doc.task_revision,
    status: doc.status,
    test: doc.test,
    source: doc.source,
    replay_of: doc.replay_of ?? null,
    replayed_as: doc.replayed_as ?? null,
    lead: doc.lead === undefined ? null : toLead(doc.lead),
    reason: doc.reason ?? null,
    received_at: doc.received_at.toISOString(),
    finished_at: doc.finished_at?.toISOString() ?? null,
    steps: inOrder(doc.steps).map(toStep),
  };
}

export function toLead({ full_name, phone, email, extra_fields }: StoredLead): Lead {
  return { full_name, phone, email, extra_fields: fromJsonText(extra_fields) as Lead['extra_fields'] };
}

function toStep(step: StoredStep): RunStep {
  return {
    id: step.id,
    channel: step.channel,
    status: step.status ?? 'queued',
    due_at: step.due_at?.toISOString() ?? null,
    rendered: step.rendered === undefined ? null : fromJsonText(step.rendered),
    reason: step.reason ?? null,
    attempts: inOrder(step.attempts),
    retry: toRetryPlan(step.retry ?? null),
  };
}

function toRetryPlan(retry: NonNullable<StoredStep['retry']> | null): RunStep['retry'] {
  if (retry === null) return null;
  return { attempts_left: retry.attempts_left, gives_up_at: retry.gives_up_at?.toISOString() ?? null };
}

/** Values of an object whose keys are numbers. */
function inOrder<T>(byNumber: Record<string, T> = {}): T[] {
  return Object.entries(byNumber)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value);
}
