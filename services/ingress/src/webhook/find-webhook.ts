import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { ReadModel } from '@taskhook/queue';
import type { Vault } from '@taskhook/vault';
import { orUnavailable } from '../unavailable.ts';
import { revisionCompiler, type CompiledRevision } from './compile-revision.ts';

/** The task behind an address, in the revision that a run of now is pinned to. */
export interface Webhook extends CompiledRevision {
  taskId: string;
  revision: number;
  paused: boolean;
  /** Milliseconds since 1970 until which requests are kept as samples; 0 where they are not. */
  listensUntil: number;
  definition: TaskDefinition;
}

/** Throws `unknown_webhook`, and `unavailable` where the read model does not answer or is incomplete. */
export type FindWebhook = (token: string) => Promise<Webhook>;

export interface FinderParts {
  readModel: ReadModel;
  vault: Vault;
  now: () => number;
}

export function webhookFinder({ readModel, vault, now }: FinderParts): FindWebhook {
  const compile = revisionCompiler(vault);
  return async (token) => {
    const address = await orUnavailable(readModel.webhook(token));
    if (address === null || hasExpired(address.expires_at, now)) throw unknownWebhook();
    const task = await orUnavailable(readModel.task(address.task_id));
    if (task?.status === 'deleted') throw unknownWebhook();
    const record = task && (await orUnavailable(readModel.revision(task.task_id, task.revision)));
    if (task === null || record === null) throw incomplete(address.task_id);
    return {
      ...compile(record),
      taskId: task.task_id,
      revision: task.revision,
      paused: task.status === 'paused',
      listensUntil: task.listens_until ?? 0,
      definition: record.definition,
    };
  };
}

function hasExpired(expiresAt: number | null, now: () => number): boolean {
  return expiresAt !== null && expiresAt <= now();
}

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
