import type { Resolution, Run } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { redisUnavailable, resolveUnknown } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { findRun } from './find-run.ts';
import { toRun } from './run-view.ts';

/**
 * A person has looked at the provider what became of a step's message: the run goes on behind the step,
 * or sends it again. Throws `not_found`, or `conflict` where no attempt of the step waits for that.
 */
export async function resolveAttempt(
  { store, redis, keys, queues, events }: Registry,
  { id, step }: { id: string; step: string },
  outcome: Resolution['outcome'],
): Promise<Run> {
  const run = await findRun(store, id);
  if (!Object.values(run.steps ?? {}).some((stored) => stored.id === step)) {
    throw new TaskhookError('not_found', 'The run has come to no step with this id.');
  }
  const place = await resolveUnknown(
    { redis, keys, queues },
    { run_id: id, step_id: step },
    { outcome, by: 'person' },
  ).catch((error: unknown) => {
    throw redisUnavailable(error);
  });
  if (place === null) {
    throw new TaskhookError('conflict', 'No attempt of this step has an outcome that is to be found out.');
  }
  events.attemptResolved({ run_id: id, task_id: run.task_id, step, outcome });
  return toRun(await findRun(store, id));
}
