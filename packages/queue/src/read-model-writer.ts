import type { Redis } from 'ioredis';
import type { ConnectionRecord, RevisionRecord, TaskRecord, WebhookRecord } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';
import { results } from './pipeline-results.ts';

/** Everything that ingress and task-runner know of a task. */
export interface TaskEntry {
  task: TaskRecord;
  revisions: readonly RevisionRecord[];
  webhooks: Readonly<Record<string, WebhookRecord>>;
  sealedSigningSecret: string;
}

/** What is announced: which cached records are no longer true. */
export interface ReadModelChange {
  task_id: string;
  tokens: string[];
}

/** Writes a task's entry whole and announces it, in one transaction. */
export async function publishTask(redis: Redis, keys: RedisKeys, entry: TaskEntry): Promise<void> {
  const { task_id } = entry.task;
  const transaction = redis.multi();
  for (const [hash, field, value] of fieldsOf(keys, entry)) transaction.hset(hash, field, value);
  const change: ReadModelChange = { task_id, tokens: Object.keys(entry.webhooks) };
  transaction.publish(keys.changes, JSON.stringify(change));
  await results(transaction.exec());
}

/** Removes addresses, and announces it: a lead that comes to one of them finds no task. */
export async function removeWebhooks(
  redis: Redis,
  keys: RedisKeys,
  taskId: string,
  tokens: string[],
): Promise<void> {
  const transaction = redis.multi();
  if (tokens.length > 0) transaction.hdel(keys.webhooks, ...tokens);
  const change: ReadModelChange = { task_id: taskId, tokens };
  transaction.publish(keys.changes, JSON.stringify(change));
  await results(transaction.exec());
}

/**
 * Compares entries with what Redis holds and writes again those that differ. Gives how many did.
 */
export async function repairEntries(
  redis: Redis,
  keys: RedisKeys,
  entries: readonly TaskEntry[],
): Promise<number> {
  let repaired = 0;
  for (const entry of entries) {
    const fields = fieldsOf(keys, entry);
    const pipeline = redis.pipeline();
    for (const [hash, field] of fields) pipeline.hget(hash, field);
    const held = await results(pipeline.exec());
    if (fields.every(([, , value], i) => held[i] === value)) continue;
    await publishTask(redis, keys, entry);
    repaired += 1;
  }
  return repaired;
}

/** Removes addresses that no task has; `known` says which tokens are in use. Gives how many there were. */
export async function removeUnknownWebhooks(
  redis: Redis,
  keys: RedisKeys,
  known: (tokens: string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  let removed = 0;
  for await (const page of redis.hscanStream(keys.webhooks, { count: 500 })) {
    const tokens = (page as string[]).filter((_value, i) => i % 2 === 0);
    const used = await known(tokens);
    const unknown = tokens.filter((token) => !used.has(token));
    if (unknown.length > 0) await removeWebhooks(redis, keys, '', unknown);
    removed += unknown.length;
  }
  return removed;
}

function fieldsOf(keys: RedisKeys, entry: TaskEntry): [hash: string, field: string, value: string][] {
  const { task_id } = entry.task;
  return [
    ...entry.revisions.map((revision): [string, string, string] => [
      keys.revisions,
      revisionField(task_id, revision.revision),
      JSON.stringify(revision),
    ]),
    [keys.signingSecrets, task_id, entry.sealedSigningSecret],
    [keys.tasks, task_id, JSON.stringify(entry.task)],
    ...Object.entries(entry.webhooks).map(([token, webhook]): [string, string, string] => [
      keys.webhooks,
      token,
      JSON.stringify(webhook),
    ]),
  ];
}

export const revisionField = (taskId: string, revision: number): string => `${taskId}:${revision}`;

/** Writes a connection; task-runner reads it anew for each lead that it fetches. */
export async function publishConnection(
  redis: Redis,
  keys: RedisKeys,
  record: ConnectionRecord,
): Promise<void> {
  await redis.hset(keys.connections, record.connection_id, JSON.stringify(record));
}

export async function removeConnection(redis: Redis, keys: RedisKeys, connectionId: string): Promise<void> {
  await redis.hdel(keys.connections, connectionId);
}
