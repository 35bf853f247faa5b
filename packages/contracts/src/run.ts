import { Type, type Static } from 'typebox';
import { Consent } from './consent.ts';
import { idPatterns } from './ids.ts';
import { Lead } from './lead.ts';
import { literals } from './literals.ts';
import { ReceiptState } from './receipt.ts';
import { Channel } from './step.ts';

export const runStatuses = [
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'cancelled',
  'skipped',
  'held',
] as const;
export const RunStatus = literals(runStatuses);
export type RunStatus = Static<typeof RunStatus>;

/** States that nothing changes any more. */
export const finalRunStatuses = ['succeeded', 'failed', 'cancelled', 'skipped'] as const;
export const isFinal = (status: RunStatus): boolean =>
  (finalRunStatuses as readonly RunStatus[]).includes(status);

export const stepStatuses = [
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'cancelled',
  'skipped',
] as const;
export const StepStatus = literals(stepStatuses);
export type StepStatus = Static<typeof StepStatus>;

export const outcomes = ['delivered', 'retry', 'rejected', 'throttled', 'unknown'] as const;
export const Outcome = literals(outcomes);
export type Outcome = Static<typeof Outcome>;

const DateTime = Type.String({ format: 'date-time' });

/** What went wrong, for a person: a code of `docs/errors.md` and a sentence without personal data. */
export const Reason = Type.Object({ code: Type.String(), message: Type.String() });
export type Reason = Static<typeof Reason>;

/** How far a message came, as its provider told last. */
export const Receipt = Type.Object({
  status: ReceiptState,
  at: DateTime,
  code: Type.Union([Type.String(), Type.Null()], { description: "The provider's code of a failure" }),
});
export type Receipt = Static<typeof Receipt>;

export const resolutionOutcomes = ['delivered', 'not_delivered'] as const;

/** What came out about an attempt whose outcome was unknown. */
export const Resolution = Type.Object({
  outcome: literals(resolutionOutcomes),
  at: DateTime,
  by: literals(['person', 'receipt'] as const),
});
export type Resolution = Static<typeof Resolution>;

/** What the person answered. */
export const Reply = Type.Object({
  at: DateTime,
  channel: Channel,
  text: Type.Union([Type.String(), Type.Null()], { description: 'Null for an answer without text' }),
});
export type Reply = Static<typeof Reply>;

export const Attempt = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  at: DateTime,
  outcome: Outcome,
  duration_ms: Type.Number({ minimum: 0 }),
  status_code: Type.Union([Type.Integer(), Type.Null()]),
  error: Type.Union([Reason, Type.Null()]),
  answer: Type.Optional(Type.String({ description: "The start of the receiver's answer" })),
  provider_id: Type.Optional(Type.String({ description: 'The id that the provider gave the message' })),
  receipt: Type.Optional(Receipt),
  resolution: Type.Optional(Resolution),
});
export type Attempt = Static<typeof Attempt>;

/** What is left of the attempts of a step; `due_at` says when the next one is. */
export const RetryPlan = Type.Object({
  attempts_left: Type.Integer({ minimum: 1 }),
  gives_up_at: Type.Union([DateTime, Type.Null()], {
    description: 'When no attempt begins any more; null where its retry has no max_age',
  }),
});
export type RetryPlan = Static<typeof RetryPlan>;

export const RunStep = Type.Object({
  id: Type.String(),
  channel: Channel,
  status: StepStatus,
  due_at: Type.Union([DateTime, Type.Null()], { description: 'When it goes, or goes again' }),
  rendered: Type.Unknown({
    description:
      'What was sent: { text } of a preview, { method, url, headers, body } of http, { to, … } of a message',
  }),
  reason: Type.Union([Reason, Type.Null()], {
    description: 'Why it was skipped, failed, or waits longer than its task says',
  }),
  attempts: Type.Array(Attempt),
  retry: Type.Union([RetryPlan, Type.Null()], { description: 'Null where no other attempt is planned' }),
});
export type RunStep = Static<typeof RunStep>;

export const Run = Type.Object({
  id: Type.String({ pattern: idPatterns.run }),
  task_id: Type.String(),
  task_revision: Type.Integer(),
  status: RunStatus,
  test: Type.Boolean(),
  source: Type.String(),
  replayed_as: Type.Union([Type.String(), Type.Null()], {
    description: 'The run that it was replayed as last',
  }),
  replay_of: Type.Union([Type.String(), Type.Null()]),
  lead: Type.Union([Lead, Type.Null()]),
  reason: Type.Union([Reason, Type.Null()]),
  received_at: DateTime,
  finished_at: Type.Union([DateTime, Type.Null()]),
  erased_at: Type.Union([DateTime, Type.Null()], {
    description: 'When its person was erased; what it held of them is gone',
  }),
  steps: Type.Array(RunStep),
  replies: Type.Array(Reply),
  consent: Type.Union([Consent, Type.Null()], { description: 'What the lead says of consent' }),
});
export type Run = Static<typeof Run>;
