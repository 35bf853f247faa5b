import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redis } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { openStore } from '../../services/task-registry/src/store/store.ts';

/** The places in which one of the words stands. */
export async function tracesInRedis(redis: Redis, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const page of redis.scanStream({ count: 1_000 })) {
    for (const key of page as string[]) {
      const text = `${key} ${JSON.stringify(await valueOf(redis, key))}`;
      if (holdsAny(Buffer.from(text), words)) found.push(key);
    }
  }
  return found;
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  if (type === 'string') return redis.get(key);
  if (type === 'hash') return redis.hgetall(key);
  if (type === 'list') return redis.lrange(key, 0, -1);
  if (type === 'set') return redis.smembers(key);
  if (type === 'zset') return redis.zrange(key, '0', '-1', 'WITHSCORES');
  if (type === 'stream') return redis.xrange(key, '-', '+');
  if (type === 'none') return null;
  throw new Error(`a key of the type ${type}`);
}

/** Looks through all documents of all collections. */
export async function tracesInMongodb(url: string, words: readonly string[]): Promise<string[]> {
  const store = await openStore(url, silentLogger);
  try {
    const { tasks, revisions, runs, quarantine, connections, samples, suppressions, stats, ledger } = store;
    const { replays, erasures } = store;
    const all = { tasks, revisions, runs, quarantine, connections, samples, suppressions, stats, ledger };
    const found: string[] = [];
    for (const [name, model] of Object.entries({ ...all, replays, erasures })) {
      const documents = (await (model as typeof runs).find().lean()) as unknown[];
      const held = documents.filter((document) => holdsAny(Buffer.from(JSON.stringify(document)), words));
      if (held.length > 0) found.push(`${name}: ${held.length} of ${documents.length}`);
    }
    return found;
  } finally {
    await store.close();
  }
}

/** Looks through the bytes of all files. One that goes meanwhile holds nothing any more. */
export async function tracesInFiles(folder: string, words: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (holdsAny(bytes, words)) found.push(file.slice(folder.length));
  }
  return found;
}

/** Whether a word stands there as it is, escaped as in JSON, or in base64, at whichever place it starts. */
export function holdsAny(bytes: Buffer, words: readonly string[]): boolean {
  return words.flatMap(formsOf).some((form) => bytes.includes(form));
}

function formsOf(word: string): string[] {
  const escaped = word.replaceAll(
    /[^\x20-\x7e]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [word, escaped, ...base64Forms(word)];
}

/** The part of the word's base64 that does not depend on what stands before and behind it. */
function base64Forms(word: string): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)])
      .toString('base64')
      .replaceAll('=', '');
    return text.slice(shift === 0 ? 0 : shift + 1, -1);
  });
}
