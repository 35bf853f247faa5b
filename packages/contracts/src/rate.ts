import { Type, type Static } from 'typebox';
import { Duration, durationMs } from './duration.ts';

/** How many attempts may be made in a time. They go evenly: 100 in a second is one every 10 ms. */
export const Rate = Type.Object(
  {
    rate: Type.Integer({ minimum: 1, maximum: 100_000, description: 'Attempts within `per`' }),
    per: Type.Optional({ ...Duration, description: 'A second where absent' }),
    burst: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        description: 'How many may go at once after a pause; one where absent',
      }),
    ),
  },
  { additionalProperties: false, description: 'At most so many attempts in a time, retries among them' },
);
export type Rate = Static<typeof Rate>;

/** What a task may ask of its own attempts. */
export const TaskLimits = Type.Object(
  {
    attempts: Type.Optional({ ...Rate, description: 'Over all steps of the task' }),
    per_host: Type.Optional({ ...Rate, description: 'Of its http steps, for each host that they call' }),
    max_concurrency: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 10_000, description: 'Attempts that may be under way at once' }),
    ),
  },
  { additionalProperties: false },
);
export type TaskLimits = Static<typeof TaskLimits>;

/** Microseconds from one attempt to the next, at least one. */
export function rateInterval({ rate, per = '1s' }: Rate): number {
  return Math.max(1, Math.round((durationMs(per) * 1_000) / rate));
}
