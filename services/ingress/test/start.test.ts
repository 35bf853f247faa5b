import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '@taskhook/config';
import { connectRedis, type Redis } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { freePorts, startOwnRedis, testEnvironment, type OwnRedis } from '@taskhook/testing';
import { configTable } from '../src/config.ts';
import { readDurability } from '../src/durability.ts';
import { startService } from '../src/service.ts';

let own: OwnRedis;
let redis: Redis;
beforeAll(async () => {
  own = await startOwnRedis();
  const { redisUrl: url } = own.settings;
  redis = await connectRedis({ url, name: 'test', purpose: 'work', logger: silentLogger });
});
afterAll(async () => {
  redis.disconnect();
  await own.close();
});

const start = (changes: Record<string, string> = {}) =>
  startService(loadConfig(configTable, { ...testEnvironment(own.settings), ...changes }), silentLogger);
const connections = async (): Promise<number> =>
  String(await redis.client('LIST')).match(/name=taskhook-ingress/g)?.length ?? 0;

test.each([
  ['yes', 'always', 'fsync always'],
  ['yes', 'everysec', 'fsync everysec'],
  ['yes', 'no', 'fsync by the system'],
  ['no', 'always', 'memory'],
])('appendonly %s with appendfsync %s is told as %s', async (appendOnly, fsync, level) => {
  await redis.config('SET', 'appendonly', appendOnly);
  await redis.config('SET', 'appendfsync', fsync);
  expect(await readDurability(redis)).toMatchObject({ level });
});

test('a Redis that refuses CONFIG leaves the durability unknown, and does not keep the service from starting', async () => {
  await redis.call('ACL', 'SETUSER', 'default', '-config');
  try {
    expect(await readDurability(redis)).toMatchObject({ level: 'unknown' });
    expect(await (await start()).close()).toEqual([]);
  } finally {
    await redis.call('ACL', 'SETUSER', 'default', '+config');
  }
});

test('a Redis that evicts is refused, and nothing is left of the start', async () => {
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await expect(start()).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringContaining('set it to noeviction') as string,
  });
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  await expect.poll(connections).toBe(0);
});

test('a port that is taken ends the start, and nothing is left of it', async () => {
  const [port = 0] = await freePorts(1);
  const first = await start({ INGRESS_PORT: String(port) });
  await expect(start({ INGRESS_PORT: String(port) })).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringContaining(String(port)) as string,
  });
  expect(await first.close()).toEqual([]);
  await expect.poll(connections).toBe(0);
});

test('a Redis that begins to evict makes a running ingress not ready, with an error line, until it is mended', async () => {
  const errors: string[] = [];
  const logger = { ...silentLogger, error: (message: string) => void errors.push(message) };
  const service = await startService(loadConfig(configTable, testEnvironment(own.settings)), logger);
  const readiness = async () => {
    const answer = await fetch(`http://127.0.0.1:${service.adminPort}/readyz`);
    return { status: answer.status, text: await answer.text() };
  };
  const reconnect = () => redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await reconnect();
  await expect.poll(readiness).toMatchObject({
    status: 503,
    text: expect.stringContaining('set it to noeviction') as string,
  });
  expect(errors).toEqual(['redis may drop leads']);
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  await reconnect();
  await expect.poll(readiness).toMatchObject({ status: 200 });
  expect(await service.close()).toEqual([]);
});
