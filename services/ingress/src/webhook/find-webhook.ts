import { LRUCache } from 'lru-cache';
import { SECOND, type TaskDefinition } from '@taskhook/contracts';
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

/**
 * Throws `unknown_webhook`, and `unavailable` where the read model does not answer or is incomplete.
 * What is at hand is no promise: this is the way of every lead.
 */
export type FindWebhook = (token: string) => Webhook | Promise<Webhook>;

export interface FinderParts {
  readModel: ReadModel;
  vault: Vault;
  now: () => number;
}

/** A webhook is put together once for a while, unless the read model changes before. */
const KEPT_MS = 5 * SECOND;
const KEPT_WEBHOOKS = 10_000;

interface Found {
  webhook: Webhook;
  /** Milliseconds since 1970. */
  foundAt: number;
  expiresAt: number;
  /** Of the read model when it was asked. */
  version: number;
}

export function webhookFinder({ readModel, vault, now }: FinderParts): FindWebhook {
  const compile = revisionCompiler(vault);
  const found = new LRUCache<string, Found>({ max: KEPT_WEBHOOKS });
  const find = async (token: string, version: number): Promise<Webhook> => {
    const foundAt = now();
    const address = await orUnavailable(readModel.webhook(token));
    const expiresAt = address?.expires_at ?? Number.POSITIVE_INFINITY;
    if (address === null || expiresAt <= foundAt) throw unknownWebhook();
    const task = await orUnavailable(readModel.task(address.task_id));
    if (task?.status === 'deleted') throw unknownWebhook();
    const record = task && (await orUnavailable(readModel.revision(task.task_id, task.revision)));
    if (task === null || record === null) throw incomplete(address.task_id);
    const webhook = {
      ...compile(record),
      taskId: task.task_id,
      revision: task.revision,
      paused: task.status === 'paused',
      listensUntil: task.listens_until ?? 0,
      definition: record.definition,
    };
    found.set(token, { webhook, foundAt, expiresAt, version });
    return webhook;
  };
  return (token) => {
    const version = readModel.version();
    const kept = found.get(token);
    return kept !== undefined && kept.version === version && isFresh(kept, now())
      ? kept.webhook
      : find(token, version);
  };
}

/** A clock that was set back makes nothing last longer. */
function isFresh({ foundAt, expiresAt }: Found, now: number): boolean {
  return now >= foundAt && now < foundAt + KEPT_MS && now < expiresAt;
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
