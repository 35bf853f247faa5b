import {
  isFinal,
  receiptRank,
  type AttemptResolved,
  type ConsentFound,
  type MessageReceipt,
  type PersonReplied,
  type RunAccepted,
  type RunProgress,
} from '@taskhook/contracts';
import { toJsonText } from '../store/json-text.ts';
import { ACCEPTED_ORDER, ANNOUNCED_ORDER, UNKNOWN_ORDER } from './orders.ts';

export type RunEvent =
  | RunAccepted
  | RunProgress
  | MessageReceipt
  | AttemptResolved
  | PersonReplied
  | ConsentFound;
type Values = Record<string, unknown>;

/** Values that count only if no event with as high an order has been recorded under `path`. */
export interface Guarded {
  path: string;
  order: number;
  values: Values;
}

/** What one run's events amount to. */
export interface RunUpdate {
  runId: string;
  /** Whether the event is among them with which a run begins. */
  begins: boolean;
  /** Values that are right whatever comes before or after. */
  values: Values;
  /** What a run is until the event that tells has come. */
  initial: Values;
  guarded: Guarded[];
}

/**
 * Folds events of one run, in any order, with any of them twice, into one update. Of several states
 * the one with the highest order stays, so the update is the same for every order of the events.
 */
export function foldRun(runId: string, events: readonly RunEvent[]): RunUpdate {
  const values: Values = {};
  const guards = new Map<string, Guarded>();
  for (const event of events) {
    const parts = partsOf(event);
    Object.assign(values, parts.values);
    for (const guarded of parts.guarded) keepHighest(guards, guarded);
  }
  const known = Object.keys(values);
  const initial = Object.entries(initialValues(events)).filter(([name]) => !known.includes(name));
  return {
    runId,
    begins: events.some(({ type }) => type === 'accepted'),
    values,
    initial: Object.fromEntries(initial),
    guarded: [...guards.values()],
  };
}

type Parts = { values: Values; guarded: Guarded[] };

function partsOf(event: RunEvent): Parts {
  if (event.type === 'accepted') return acceptedParts(event);
  if (event.type === 'progress') return progressParts(event);
  if (event.type === 'consent') {
    return { values: { consent: toJsonText(event.consent) }, guarded: [] };
  }
  return event.type === 'reply' ? replyParts(event) : messageParts(event);
}

/** Beside the run's state: an answer and a receipt come whenever they come. */
function replyParts({ reply_id, at, channel, text }: PersonReplied): Parts {
  return { values: { [`replies.${reply_id}`]: toJsonText({ at, channel, text }) }, guarded: [] };
}

function messageParts(event: MessageReceipt | AttemptResolved): Parts {
  const { step, step_id, channel, n, at } = event;
  const path = `steps.${step}`;
  const place = `${path}.${event.type === 'receipt' ? 'receipts' : 'resolutions'}.${n}`;
  const told =
    event.type === 'receipt'
      ? { order: receiptRank(event.status), facts: { status: event.status, code: event.code } }
      : { order: 0, facts: { outcome: event.outcome, by: event.by } };
  const facts = Object.entries({ ...told.facts, at: new Date(at).toISOString() });
  const values = Object.fromEntries(facts.map(([name, value]) => [`${place}.${name}`, value]));
  return {
    values: { [`${path}.id`]: step_id, [`${path}.channel`]: channel },
    guarded: [{ path: `${place}.order`, order: told.order, values }],
  };
}

function acceptedParts(event: RunAccepted): Parts {
  const { task_id, lead, fetch, revision, status } = event;
  const order = lead === null ? ANNOUNCED_ORDER : ACCEPTED_ORDER;
  return {
    values: { task_id, ...(fetch === undefined ? {} : { fetch: toJsonText(fetch) }) },
    guarded: [
      { path: 'origin_order', order, values: originOf(event) },
      stateOf({ order, revision, status, reason: null, finishedAt: null }),
    ],
  };
}

/** A run that was announced without its lead is accepted a second time: that has the last word. */
function originOf({ test, source, replay_of, received_at, lead }: RunAccepted): Values {
  const origin = { test, source, replay_of, received_at: new Date(received_at) };
  if (lead === null) return origin;
  return { ...origin, lead: { ...lead, extra_fields: toJsonText(lead.extra_fields) } };
}

function progressParts(event: RunProgress): Parts {
  const { order, revision, status, reason, step } = event;
  const finishedAt = isFinal(status) ? new Date(event.at) : null;
  const state = stateOf({ order, revision, status, reason, finishedAt });
  if (step === undefined) return { values: {}, guarded: [state] };
  const at = `steps.${step.index}`;
  return {
    values: {
      [`${at}.id`]: step.id,
      [`${at}.channel`]: step.channel,
      ...(step.attempt === undefined ? {} : { [`${at}.attempts.${step.attempt.n}`]: step.attempt }),
    },
    guarded: [state, ...stepGuards(at, order, step)],
  };
}

function stateOf(state: Values & { order: number; revision: number }): Guarded {
  const { order, revision, status, reason, finishedAt } = state;
  return {
    path: 'order',
    order,
    values: { task_revision: revision, status, reason, finished_at: finishedAt },
  };
}

/** What was rendered has an order of its own: not every event of a step carries it. */
function stepGuards(at: string, order: number, step: NonNullable<RunProgress['step']>): Guarded[] {
  const state: Guarded = {
    path: `${at}.order`,
    order,
    values: {
      [`${at}.status`]: step.status,
      [`${at}.due_at`]: step.due_at === null ? null : new Date(step.due_at),
      [`${at}.reason`]: step.reason,
      [`${at}.retry`]: step.retry === undefined ? null : retryOf(step.retry),
    },
  };
  if (step.rendered === undefined) return [state];
  const rendered = { [`${at}.rendered`]: toJsonText(step.rendered) };
  return [state, { path: `${at}.rendered_order`, order, values: rendered }];
}

function retryOf({ attempts_left, gives_up_at }: NonNullable<NonNullable<RunProgress['step']>['retry']>) {
  return { attempts_left, gives_up_at: gives_up_at === null ? null : new Date(gives_up_at) };
}

function keepHighest(guards: Map<string, Guarded>, guarded: Guarded): void {
  const held = guards.get(guarded.path);
  if (held === undefined || held.order < guarded.order) guards.set(guarded.path, guarded);
}

function initialValues(events: readonly RunEvent[]): Values {
  const times = events.map((event) => (event.type === 'accepted' ? event.received_at : event.at));
  return {
    task_id: events[0]?.task_id ?? '',
    task_revision: events[0]?.revision ?? 0,
    status: 'queued',
    test: false,
    source: '',
    received_at: new Date(Math.min(...times)),
    order: UNKNOWN_ORDER,
  };
}
