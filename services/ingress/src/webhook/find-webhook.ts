import type { Step, TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Intake } from '@taskhook/leads';
import type { ReadModel } from '@taskhook/queue';
import { orUnavailable } from '../unavailable.ts';
import { intakeCache } from './intake-cache.ts';

/** The task behind an address, in the revision that a run of now is pinned to. */
export interface Webhook {
  taskId: string;
  revision: number;
  paused: boolean;
  definition: TaskDefinition;
  firstStep: Step;
  intake: Intake;
}

/** Throws `unknown_webhook`, and `unavailable` where the read model does not answer or is incomplete. */
export type FindWebhook = (token: string) => Promise<Webhook>;

export function webhookFinder(readModel: ReadModel): FindWebhook {
  const intakeOf = intakeCache();
  return async (token) => {
    const address = await orUnavailable(readModel.webhook(token));
    if (address === null || hasExpired(address.expires_at)) throw unknownWebhook();
    const task = await orUnavailable(readModel.task(address.task_id));
    if (task?.status === 'deleted') throw unknownWebhook();
    const record = task && (await orUnavailable(readModel.revision(task.task_id, task.revision)));
    const firstStep = record?.definition.steps[0];
    if (task === null || record === null || firstStep === undefined) throw incomplete(address.task_id);
    const { task_id: taskId, revision, status } = task;
    const { definition } = record;
    return { taskId, revision, paused: status === 'paused', definition, firstStep, intake: intakeOf(record) };
  };
}

const hasExpired = (expiresAt: number | null): boolean => expiresAt !== null && expiresAt <= Date.now();

function unknownWebhook(): TaskhookError {
  return new TaskhookError('unknown_webhook', 'No task has this webhook address.');
}

/** The address is one that was given out, so its sender must not be told that it is not. */
function incomplete(taskId: string): TaskhookError {
  const cause = new Error(`the read model has an address of ${taskId} without its task or revision`);
  return new TaskhookError('unavailable', 'The task of this webhook is not at hand now.', {
    cause,
    retryAfter: 5,
  });
}
