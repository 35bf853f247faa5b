import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startMongodb, startRedis } from '@taskhook/embedded';
import { connectRedis, redisKeys } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { startStack } from '../e2e/stack.ts';

/** The services over servers of the test's own, with all data in one folder, as `npm start` has it. */
export async function startWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-erasure-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { MONGODB_URL: _mongodb, REDIS_URL: _redis, ...env } = process.env;
  const options = { env, log: () => undefined };
  const redisServer = await startRedis({ ...options, dataDir: join(folder, 'redis') });
  onTestFinished(() => redisServer.close());
  const mongodb = await startMongodb({ ...options, dataDir: join(folder, 'mongodb') });
  onTestFinished(() => mongodb.close());
  const mongodbUrl = `${mongodb.url.replace(/\/+$/, '')}/taskhook`;
  const stack = await startStack({
    REDIS_URL: redisServer.url,
    MONGODB_URL: mongodbUrl,
    INGRESS_SPOOL_DIR: join(folder, 'spool'),
    LOG_LEVEL: 'debug',
  });
  onTestFinished(() => stack.close());
  const redis = await connectRedis({
    url: redisServer.url,
    name: 'test',
    purpose: 'work',
    logger: silentLogger,
  });
  onTestFinished(() => redis.disconnect());
  const secretKey = Buffer.from(stack.settings.secretKey, 'base64');
  const keys = redisKeys(stack.settings.keyPrefix, secretKey);
  return { folder, mongodbUrl, mongodbKind: mongodb.kind, stack, redis, keys };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
