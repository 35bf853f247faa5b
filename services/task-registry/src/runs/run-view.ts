import type { Attempt, Consent, Lead, Reply, Run, RunStep } from '@taskhook/contracts';
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
    erased_at: doc.erased_at?.toISOString() ?? null,
    steps: inOrder(doc.steps).map(toStep),
    replies: toReplies(doc.replies),
    consent: doc.consent === undefined ? null : (fromJsonText(doc.consent) as Consent),
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
    attempts: inOrder(step.attempts).map((attempt) => toAttempt(attempt, step)),
    retry: toRetryPlan(step.retry ?? null),
  };
}

/** An attempt with what came out about it afterwards. */
function toAttempt(attempt: Attempt, { receipts, resolutions }: StoredStep): Attempt {
  const receipt = receipts?.[attempt.n];
  const resolution = resolutions?.[attempt.n];
  const came = resolution?.outcome === 'delivered' ? { outcome: 'delivered' as const, error: null } : {};
  return {
    ...attempt,
    ...came,
    ...(receipt === undefined ? {} : { receipt: withoutOrder(receipt) }),
    ...(resolution === undefined ? {} : { resolution: withoutOrder(resolution) }),
  };
}

function withoutOrder<T extends { order: number }>({ order: _order, ...told }: T): Omit<T, 'order'> {
  return told;
}

function toReplies(replies: Record<string, string> = {}): Reply[] {
  return Object.values(replies)
    .map((text) => fromJsonText(text) as Omit<Reply, 'at'> & { at: number })
    .toSorted((a, b) => a.at - b.at)
    .map((reply) => ({ ...reply, at: new Date(reply.at).toISOString() }));
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
