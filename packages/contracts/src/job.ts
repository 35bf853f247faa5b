import { Type, type Static } from 'typebox';
import { Lead } from './lead.ts';

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
  /** When the step is due, in milliseconds since 1970. Absent for the first step of a new run. */
  due_at: Type.Optional(Type.Number()),
  /** How often the coming attempt was put off so that the run tells of it; absent for never. */
  deferrals: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type StepJob = Static<typeof StepJob>;

/** The id of the job of a step: adding it twice is adding it once. */
export const stepJobId = (runId: string, step: number): string => `${runId}-${step}`;

/** The key that a receiver gets at every attempt of a step. */
export const stepIdempotencyKey = (runId: string, stepId: string): string => `${runId}.${stepId}`;
