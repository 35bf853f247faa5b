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
import type { ReadModelCopier, RecordStore } from './read-model-copy.ts';
import { revisionField, type ReadModelChange } from './read-model-writer.ts';
import { redisUnavailable } from './redis.ts';

/** Reads what task-registry publishes, from a local cache where it can. Null: there is no such record. */
export interface ReadModel {
  /** Another number after each change of what was read before. */
  version(): number;
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
  /** Where records are kept that are read while Redis is away. */
  copy?: ReadModelCopy;
}

export interface ReadModelCopy {
  store: RecordStore;
  copier: ReadModelCopier;
  /** Whether Redis is not worth a try now. */
  isAway: () => boolean;
  /** Redis has failed. */
  failed: (error: unknown) => void;
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
  copy,
}: ReadModelOptions): Promise<ReadModel> {
  const read = readerOf(commands, copy);
  const webhooks = cachedHash(read, keys.webhooks, validator(WebhookRecord), logger);
  const tasks = cachedHash(read, keys.tasks, validator(TaskRecord), logger);
  const revisions = cachedHash(read, keys.revisions, validator(RevisionRecord), logger);
  let version = 0;
  subscriber.on('message', (_channel: string, message: string) => {
    const change = JSON.parse(message) as ReadModelChange;
    version += 1;
    tasks.drop(change.task_id);
    for (const token of change.tokens) webhooks.drop(token);
    // What is missed while Redis is away is copied when the connection is back.
    copy?.copier.copyChange(change).catch(() => undefined);
  });
  // Changes that were announced while the connection was away were missed.
  subscriber.on('ready', () => {
    version += 1;
    tasks.clear();
    webhooks.clear();
  });
  const subscribed = subscriber.subscribe(keys.changes);
  if (copy === undefined) await subscribed;
  // With a copy the start does not wait: the connection subscribes when it comes.
  else subscribed.catch((error: unknown) => copy.failed(error));
  return {
    version: () => version,
    webhook: (token) => webhooks.get(token),
    task: (taskId) => tasks.get(taskId),
    revision: (taskId, revision) => revisions.get(revisionField(taskId, revision)),
    connection: (connectionId) => readConnection(read, keys, connectionId),
    sealedSigningSecret: (taskId) => commands.hget(keys.signingSecrets, taskId),
  };
}

const checkConnection = validator(ConnectionRecord);

async function readConnection(
  read: ReadField,
  keys: RedisKeys,
  id: string,
): Promise<ConnectionRecord | null> {
  const text = await read(keys.connections, id);
  const result = text === null ? undefined : checkConnection(JSON.parse(text));
  return result?.ok === true ? result.value : null;
}

/** The text of a field of a hash; null where there is none. */
type ReadField = (hash: string, field: string) => Promise<string | null>;

/** Reads from Redis, and from the copy while Redis is away: what that does not have may still exist. */
function readerOf(redis: Redis, copy: ReadModelCopy | undefined): ReadField {
  if (copy === undefined) return (hash, field) => redis.hget(hash, field);
  const { store, isAway, failed } = copy;
  const fromCopy = async (hash: string, field: string, cause?: unknown): Promise<string> => {
    const text = await store.read(hash, field);
    if (text === undefined) throw redisUnavailable(cause);
    return text;
  };
  return async (hash, field) => {
    if (isAway()) return fromCopy(hash, field);
    try {
      return await redis.hget(hash, field);
    } catch (error) {
      failed(error);
      return fromCopy(hash, field, error);
    }
  };
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
  readField: ReadField,
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
    const text = await readField(key, field);
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
