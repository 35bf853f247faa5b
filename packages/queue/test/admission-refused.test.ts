import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newRunId } from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import { startOwnRedis, type OwnRedis } from '@taskhook/testing';
import { admit, connectRedis, redisKeys, type Admission, type Redis, type RedisKeys } from '../src/index.ts';
import { accepted, stepJob } from './builders.ts';

let own: OwnRedis;
let redis: Redis;
let keys: RedisKeys;
beforeAll(async () => {
  own = await startOwnRedis();
  const { redisUrl: url } = own.settings;
  keys = redisKeys(own.settings.keyPrefix);
  redis = await connectRedis({ url, name: 'test', purpose: 'work', logger: silentLogger });
});
afterEach(async () => {
  await redis.config('SET', 'maxmemory', '0');
  await redis.call('REPLICAOF', 'NO', 'ONE');
  await redis.config('SET', 'min-replicas-to-write', '0');
  await redis.flushall();
});
afterAll(async () => {
  redis.disconnect();
  await own.close();
});

/** A lead with everything that can be written for one. */
function lead(runId = newRunId()): Admission {
  const claims = ['key', 'phone'].map((kind) => ({
    key: keys.claim('task_1', kind as 'key' | 'phone', runId),
    ttlMs: 60_000,
  }));
  const step = { channel: 'preview', job: stepJob({ run_id: runId }) } as const;
  return { runId, claims, counts: 'accepted', event: JSON.stringify(accepted(runId)), step };
}

const group = (): Admission[] => Array.from({ length: 20 }, () => lead());

test.each([
  ['full', 'OOM', () => redis.config('SET', 'maxmemory', '1')],
  ['read-only', 'READONLY', () => redis.call('REPLICAOF', '127.0.0.1', '1')],
  ['without its replicas', 'NOREPLICAS', () => redis.config('SET', 'min-replicas-to-write', '1')],
])('a Redis that is %s refuses a group before anything of it is written', async (_state, code, make) => {
  const leads = group();
  // The script is known already, so that what is refused is its work.
  await admit(redis, keys, [lead()]);
  await redis.flushall();
  await make();
  await expect(admit(redis, keys, leads)).rejects.toThrow(code);
  expect(await redis.dbsize()).toBe(0);
});

test('a Redis that cannot save refuses a group before anything of it is written', async () => {
  await admit(redis, keys, [lead()]);
  await redis.flushall();
  const [, folder] = (await redis.config('GET', 'dir')) as [string, string];
  const [, file] = (await redis.config('GET', 'dbfilename')) as [string, string];
  const inTheWay = join(folder, file);
  await redis.config('SET', 'save', '3600 1');
  await rm(inTheWay, { force: true });
  await mkdir(inTheWay);
  try {
    await saved('err');
    await expect(admit(redis, keys, group())).rejects.toThrow('MISCONF');
    expect(await redis.dbsize()).toBe(0);
  } finally {
    await rm(inTheWay, { recursive: true });
    await redis.config('SET', 'save', '');
    await saved('ok');
  }
});

async function saved(outcome: 'ok' | 'err'): Promise<void> {
  await redis.bgsave();
  const told = `rdb_last_bgsave_status:${outcome}`;
  await expect.poll(async () => (await redis.info('persistence')).includes(told)).toBe(true);
}

test('a group that breaks on the run log leaves nothing', async () => {
  await redis.set(keys.runLog, 'not a stream');
  await expect(admit(redis, keys, group())).rejects.toThrow('WRONGTYPE');
  expect(await redis.dbsize()).toBe(1 + (await metaKeys()));
});

/** The queue's own settings are no part of a lead. */
const metaKeys = async (): Promise<number> => (await redis.keys('*:meta')).length;

test('a group survives the end of Redis whole', async () => {
  const leads = group();
  await admit(redis, keys, leads);
  await own.stop();
  await own.restart();
  const outcomes = await admit(redis, keys, leads);
  expect(outcomes.every(({ status }) => status === 'repeated')).toBe(true);
});
