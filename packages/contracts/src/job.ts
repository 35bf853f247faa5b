import { Type, type Static } from 'typebox';
import { Lead } from './lead.ts';
import { literals } from './literals.ts';
import { outcomes } from './run.ts';

/**
 * How an earlier step of the run ended: the outcome of its last attempt, `skipped`, or `failed` where it
 * failed without an attempt.
 */
export const stepResults = [...outcomes, 'skipped', 'failed'] as const;
export const StepResult = literals(stepResults);
export type StepResult = Static<typeof StepResult>;

/**
 * A slot in the schedule of a rate, `at` in microseconds of Redis' clock. `interval` tells which rate it is
 * one of; one in the line is of those that came late.
 */
export const TurnHold = Type.Object({ at: Type.Number(), in_line: Type.Boolean(), interval: Type.Number() });
export type TurnHold = Static<typeof TurnHold>;

/** "Step i of run r": the payload of every job. `received_at` is in milliseconds since 1970. */
export const StepJob = Type.Object({
  run_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  step: Type.Integer({ minimum: 0 }),
  lead: Lead,
  source: Type.String(),
  test: Type.Boolean(),
  received_at: Type.Number(),
  /** Attempts of this step that have an outcome already. */
  attempts: Type.Integer({ minimum: 0 }),
  /** Whether an earlier step of the run was delivered: it decides between `succeeded` and `skipped`. */
  delivered: Type.Boolean(),
  /** The earlier steps, by their index. Absent for the first step. */
  earlier: Type.Optional(Type.Array(StepResult)),
  /** When the step is due, in milliseconds since 1970. Absent for the first step of a new run. */
  due_at: Type.Optional(Type.Number()),
  /** When the step was due before anything put it off; absent while `due_at` says it. */
  first_due_at: Type.Optional(Type.Number()),
  /** When its first attempt was to be made; absent until that has failed. */
  tried_from: Type.Optional(Type.Number()),
  /** How often the coming attempt was put off so that the run tells of it; absent for never. */
  deferrals: Type.Optional(Type.Integer({ minimum: 0 })),
  /** The places that the coming attempt has in the schedules of its task and of its connection or host. */
  turns: Type.Optional(Type.Object({ task: Type.Optional(TurnHold), target: Type.Optional(TurnHold) })),
  /** How often the provider was asked what became of the coming attempt, which was made already. */
  asked: Type.Optional(Type.Integer({ minimum: 1 })),
  /** The last attempt's outcome was unknown and came out to be this: the run goes on behind the step. */
  resolved: Type.Optional(Type.Literal('delivered')),
});
export type StepJob = Static<typeof StepJob>;

/** The id of the job of a step: adding it twice is adding it once. */
export const stepJobId = (runId: string, step: number): string => `${runId}-${step}`;

/** The key that a receiver gets at every attempt of a step. */
export const stepIdempotencyKey = (runId: string, stepId: string): string => `${runId}.${stepId}`;
