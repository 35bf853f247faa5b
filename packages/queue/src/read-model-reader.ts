import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import {
  ConnectionRecord,
  MINUTE,
  RevisionRecord,
  TaskRecord,
  validator,
  WebhookRecord,
  type Validation,
} from '@taskhook/contracts';
import type { Logger } from '@taskhook/telemetry';
import type { RedisKeys } from './keys.ts';
import { revisionField, type ReadModelChange } from './read-model-writer.ts';

/** Reads what task-registry publishes, from a local cache where it can. Null: there is no such record. */
export interface ReadModel {
  webhook(token: string): Promise<WebhookRecord | null>;
  task(taskId: string): Promise<TaskRecord | null>;
  revision(taskId: string, revision: number): Promise<RevisionRecord | null>;
  sealedSigningSecret(taskId: string): Promise<string | null>;
  /** Read anew each time: a token that was renewed counts at once. */
  connection(connectionId: string): Promise<ConnectionRecord | null>;
}

export interface ReadModelOptions {
  commands: Redis;
  /** A connection of its own: it only listens. */
  subscriber: Redis;
  keys: RedisKeys;
  logger: Logger;
}

const CACHED_RECORDS = 20_000;

/** An announcement that got lost is made good by then. */
const LONGEST_STALE_MS = MINUTE;

/** Starts to listen for changes, then serves records. A cached record is dropped when its change is announced. */
export async function createReadModel({
  commands,
  subscriber,
  keys,
  logger,
}: ReadModelOptions): Promise<ReadModel> {
  const webhooks = cachedHash(commands, keys.webhooks, validator(WebhookRecord), logger);
  const tasks = cachedHash(commands, keys.tasks, validator(TaskRecord), logger);
  const revisions = cachedHash(commands, keys.revisions, validator(RevisionRecord), logger);
  subscriber.on('message', (_channel: string, message: string) => {
    const change = JSON.parse(message) as ReadModelChange;
    tasks.drop(change.task_id);
    for (const token of change.tokens) webhooks.drop(token);
  });
  // Changes that were announced while the connection was away were missed.
  subscriber.on('ready', () => {
    tasks.clear();
    webhooks.clear();
  });
  await subscriber.subscribe(keys.changes);
  return {
    webhook: (token) => webhooks.get(token),
    task: (taskId) => tasks.get(taskId),
    revision: (taskId, revision) => revisions.get(revisionField(taskId, revision)),
    connection: (connectionId) => readConnection(commands, keys, connectionId),
    sealedSigningSecret: (taskId) => commands.hget(keys.signingSecrets, taskId),
  };
}

const checkConnection = validator(ConnectionRecord);

async function readConnection(redis: Redis, keys: RedisKeys, id: string): Promise<ConnectionRecord | null> {
  const text = await redis.hget(keys.connections, id);
  const result = text === null ? undefined : checkConnection(JSON.parse(text));
  return result?.ok === true ? result.value : null;
}

interface CachedHash<T> {
  get(field: string): Promise<T | null>;
  drop(field: string): void;
  clear(): void;
}

/**
 * A Redis hash of JSON records with a cache. A record that was read while a change of the cache was
 * announced is given to its reader but not kept, since it may be the old one.
 */
function cachedHash<T>(
  redis: Redis,
  key: string,
  check: (value: unknown) => Validation<T>,
  logger: Logger,
): CachedHash<T> {
  const cache = new LRUCache<string, { record: T }>({
    max: CACHED_RECORDS,
    ttl: LONGEST_STALE_MS,
    ttlResolution: 1_000,
  });
  let generation = 0;
  const read = async (field: string): Promise<T | null> => {
    const before = generation;
    const text = await redis.hget(key, field);
    if (text === null) return null;
    const result = check(JSON.parse(text));
    if (!result.ok) {
      logger.error('record of the read model is not valid', { key, errors: result.errors });
      return null;
    }
    if (before === generation) cache.set(field, { record: result.value });
    return result.value;
  };
  return {
    get: async (field) => cache.get(field)?.record ?? (await read(field)),
    drop: (field) => {
      generation += 1;
      cache.delete(field);
    },
    clear: () => {
      generation += 1;
      cache.clear();
    },
  };
}
