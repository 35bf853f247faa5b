import { Type, type Static } from 'typebox';
import { Consent } from './consent.ts';
import { FetchTarget } from './fetch-job.ts';
import { Lead } from './lead.ts';
import { FieldErrorSchema, RawRequest } from './quarantine.ts';
import { MessagePlace } from './message-place.ts';
import { Attempt, Reason, Resolution, RunStatus, StepStatus } from './run.ts';
import { ReceiptState } from './receipt.ts';
import { Source } from './source.ts';
import { Channel } from './step.ts';
import { SuppressionRecord } from './suppression.ts';
import { tagged } from './tagged.ts';

/** Milliseconds since 1970. */
const Timestamp = Type.Number();

/** A lead became a run. Logged before its job is queued, so that a queued lead is never unknown. */
export const RunAccepted = Type.Object({
  type: Type.Literal('accepted'),
  run_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  status: Type.Enum(['queued', 'held']),
  test: Type.Boolean(),
  source: Type.String(),
  replay_of: Type.Union([Type.String(), Type.Null()]),
  /** Null while the lead has to be fetched from its provider; then it comes with a second event. */
  lead: Type.Union([Lead, Type.Null()]),
  /** Where the lead is to be fetched from, so that it can be fetched again. */
  fetch: Type.Optional(FetchTarget),
  received_at: Timestamp,
});
export type RunAccepted = Static<typeof RunAccepted>;

/**
 * A step, or the whole run, came to a new state. `order` grows along the life of a run; a recorder
 * keeps the state with the highest one, so events may arrive twice and in any order.
 */
export const RunProgress = Type.Object({
  type: Type.Literal('progress'),
  run_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  at: Timestamp,
  order: Type.Integer(),
  /** The state of the whole run after this event. */
  status: RunStatus,
  reason: Type.Union([Reason, Type.Null()]),
  step: Type.Optional(
    Type.Object({
      index: Type.Integer({ minimum: 0 }),
      id: Type.String(),
      channel: Channel,
      status: StepStatus,
      due_at: Type.Union([Timestamp, Type.Null()]),
      reason: Type.Union([Reason, Type.Null()]),
      rendered: Type.Optional(Type.Unknown()),
      attempt: Type.Optional(Attempt),
      /** What is left of its attempts; absent where none has failed or none is to come. */
      retry: Type.Optional(
        Type.Object({
          attempts_left: Type.Integer({ minimum: 1 }),
          gives_up_at: Type.Union([Timestamp, Type.Null()]),
        }),
      ),
    }),
  ),
});
export type RunProgress = Static<typeof RunProgress>;

/** A request gave no valid lead and is kept whole. */
export const RequestQuarantined = Type.Object({
  type: Type.Literal('quarantined'),
  quarantine_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  received_at: Timestamp,
  code: Type.String(),
  detail: Type.String(),
  errors: Type.Array(FieldErrorSchema),
  /** The adapter that reads the request, where it is known: a provider's answer has no headers to tell by. */
  source: Type.Optional(Source),
  request: RawRequest,
});
export type RequestQuarantined = Static<typeof RequestQuarantined>;

/** A task that listens for samples caught a request. */
export const RequestSampled = Type.Object({
  type: Type.Literal('sampled'),
  sample_id: Type.String(),
  task_id: Type.String(),
  received_at: Timestamp,
  request: RawRequest,
});
export type RequestSampled = Static<typeof RequestSampled>;

const ofMessage = { ...MessagePlace.properties, at: Timestamp };

/** A provider told how far a message came. Of several, in any order, the highest state counts. */
export const MessageReceipt = Type.Object({
  type: Type.Literal('receipt'),
  ...ofMessage,
  status: ReceiptState,
  code: Type.Union([Type.String(), Type.Null()]),
});
export type MessageReceipt = Static<typeof MessageReceipt>;

/** It came out what became of an attempt whose outcome was unknown. The first that is recorded counts. */
export const AttemptResolved = Type.Object({
  type: Type.Literal('resolved'),
  ...ofMessage,
  outcome: Resolution.properties.outcome,
  by: Resolution.properties.by,
});
export type AttemptResolved = Static<typeof AttemptResolved>;

/** What the lead of a run says of the person's consent. */
export const ConsentFound = Type.Object({
  type: Type.Literal('consent'),
  run_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  at: Timestamp,
  consent: Consent,
});
export type ConsentFound = Static<typeof ConsentFound>;

/** A person answered. */
export const PersonReplied = Type.Object({
  type: Type.Literal('reply'),
  run_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  at: Timestamp,
  /** The same each time that the provider tells of it; letters, digits, `-` and `_`. */
  reply_id: Type.String({ pattern: '^[\\w-]{1,64}$' }),
  channel: Channel,
  text: Type.Union([Type.String(), Type.Null()]),
});
export type PersonReplied = Static<typeof PersonReplied>;

/** An address may not be written to any more, or may again. Of several changes the latest counts. */
export const SuppressionChanged = Type.Object({
  type: Type.Literal('suppression'),
  /** The keyed hash of the address. */
  id: Type.String(),
  record: SuppressionRecord,
});
export type SuppressionChanged = Static<typeof SuppressionChanged>;

export const RunLogEvent = tagged('type', [
  RunAccepted,
  RunProgress,
  RequestQuarantined,
  RequestSampled,
  MessageReceipt,
  AttemptResolved,
  PersonReplied,
  ConsentFound,
  SuppressionChanged,
]);
export type RunLogEvent = Static<typeof RunLogEvent>;

/** Events that happened together share one stream entry. */
export const RunLogEntry = Type.Array(RunLogEvent);

/** Steps and attempts are as many as a task may have; deferrals that are told, fewer than 499 of each attempt. */
const STEP_SPAN = 1_000_000;
const ATTEMPT_SPAN = 1_000;
const phases = { waiting: 0, running: 1, attempted: 998, finished: 999 } as const;
const LAST_DEFERRAL = 498;

/**
 * The `order` of a progress event: step, then attempt (from 0), then phase. An attempt that was put off
 * `deferrals` times waits and runs above those before; its outcome is above all of them.
 */
export function progressOrder(
  step: number,
  attempt: number,
  phase: keyof typeof phases,
  deferrals = 0,
): number {
  const begun = Math.min(attempt, STEP_SPAN / ATTEMPT_SPAN - 1) * ATTEMPT_SPAN;
  const isOutcome = phase === 'attempted' || phase === 'finished';
  const putOff = isOutcome ? 0 : 2 * Math.min(deferrals, LAST_DEFERRAL);
  return 1 + step * STEP_SPAN + begun + putOff + phases[phase];
}

/**
 * The orders of a run whose lead is still to be fetched are negative and below `FETCH_ORDERS_END`: once
 * the lead has come, nothing counts any more that a second fetch of it finds. A recorder puts the
 * announcement of such a run below all of them, and the lead itself above them.
 */
const FETCH_ORDERS_START = -1_000_000;
const FETCH_SPAN = 10;
export const FETCH_ORDERS_END = -1_000;
const fetchPhases = { waiting: 0, finished: 1 } as const;

/** The `order` of a progress event of a fetch: try (from 0), then phase. */
export function fetchOrder(attempt: number, phase: keyof typeof fetchPhases): number {
  const order = FETCH_ORDERS_START + attempt * FETCH_SPAN + fetchPhases[phase];
  return Math.min(order, FETCH_ORDERS_END - 1);
}

/** The `order` of an event that ends the run whatever its steps do, such as a cancellation. */
export const FINAL_ORDER = Number.MAX_SAFE_INTEGER;
