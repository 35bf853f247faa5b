import type { Redis } from 'ioredis';
import { TaskRecord, validator } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';
import { revisionField, type ReadModelChange } from './read-model-writer.ts';

/** Keeps texts by hash and field, where they outlive Redis' absence. */
export interface RecordStore {
  read(hash: string, field: string): Promise<string | undefined>;
  /** Keeps the text; null: there is none any more. */
  write(hash: string, field: string, text: string | null): Promise<void>;
  fields(hash: string): Promise<string[]>;
  remove(hash: string, fields: readonly string[]): Promise<void>;
}

/** Copies the read model to a store. What it does is done one after the other, so that the newest stays. */
export interface ReadModelCopier {
  /** Copies everything that ingress may need, with the revisions that are current; forgets the rest. */
  copyAll(): Promise<void>;
  /** Whether everything was copied since the start, and since a change that could not be copied. */
  copied(): boolean;
  /** Copies what a change of a task may have changed. */
  copyChange(change: ReadModelChange): Promise<void>;
}

interface Parts {
  redis: Redis;
  keys: RedisKeys;
  store: RecordStore;
  /** Runs work when all work before it has ended. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createReadModelCopier(redis: Redis, keys: RedisKeys, store: RecordStore): ReadModelCopier {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const parts: Parts = { redis, keys, store, inTurn };
  let copied = false;
  let missed = 0;
  return {
    copyAll: async () => {
      const before = missed;
      await copyAll(parts);
      copied = before === missed;
    },
    copied: () => copied,
    copyChange: (change) =>
      inTurn(() => copyChange(parts, change)).catch((error: unknown) => {
        copied = false;
        missed += 1;
        throw error;
      }),
  };
}

const PAGE = 500;
const checkTask = validator(TaskRecord);

/** Page by page, so that a change does not wait for all of it. What came meanwhile is not forgotten. */
async function copyAll(parts: Parts): Promise<void> {
  const { redis, keys, store } = parts;
  for (const hash of [keys.webhooks, keys.connections]) await copyHash(parts, hash);
  const before = await store.fields(keys.revisions);
  const current = new Set<string>();
  await copyHash(parts, keys.tasks, async (texts) => {
    const fields = texts.flatMap((text) => revisionOf(text) ?? []);
    for (const field of fields) current.add(field);
    await copyFields(redis, store, keys.revisions, fields);
  });
  const gone = before.filter((field) => !current.has(field));
  await store.remove(keys.revisions, gone);
}

async function copyHash(
  { redis, store, inTurn }: Parts,
  hash: string,
  also: (texts: string[]) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const gone = new Set(await store.fields(hash));
  let cursor = '0';
  do {
    cursor = await inTurn(async () => {
      const [next, page] = await redis.hscan(hash, cursor, 'COUNT', PAGE);
      const texts = page.filter((_, i) => i % 2 === 1);
      await also(texts);
      for (const [i, text] of texts.entries()) {
        const field = page[2 * i] ?? '';
        gone.delete(field);
        await store.write(hash, field, text);
      }
      return next;
    });
  } while (cursor !== '0');
  await inTurn(async () => {
    const left = [...gone];
    // One that was made again meanwhile is there.
    const found = left.length === 0 ? [] : await redis.hmget(hash, ...left);
    await store.remove(
      hash,
      left.filter((_, i) => found[i] === null),
    );
  });
}

async function copyChange(
  { redis, keys, store }: Parts,
  { task_id: taskId, tokens }: ReadModelChange,
): Promise<void> {
  const task = await redis.hget(keys.tasks, taskId);
  const revision = task === null ? undefined : revisionOf(task);
  if (revision !== undefined) await copyFields(redis, store, keys.revisions, [revision]);
  await store.write(keys.tasks, taskId, task);
  await copyFields(redis, store, keys.webhooks, tokens);
}

async function copyFields(
  redis: Redis,
  store: RecordStore,
  hash: string,
  fields: readonly string[],
): Promise<void> {
  if (fields.length === 0) return;
  const texts = await redis.hmget(hash, ...fields);
  for (const [i, field] of fields.entries()) await store.write(hash, field, texts[i] ?? null);
}

function revisionOf(text: string): string | undefined {
  const result = checkTask(JSON.parse(text));
  return result.ok ? revisionField(result.value.task_id, result.value.revision) : undefined;
}
