import { inject, onTestFinished } from 'vitest';
import { silentLogger } from '@taskhook/telemetry';
import { connectRedis, redisKeys, type Redis, type RedisKeys } from '../src/index.ts';

let count = 0;

/** A connection for one test and keys that nobody else uses. */
export async function connect(): Promise<{ redis: Redis; keys: RedisKeys }> {
  count += 1;
  const keys = redisKeys(`queue-${process.pid}-${Date.now()}-${count}`);
  return { redis: await open(), keys };
}

export async function open(purpose: 'answer' | 'work' | 'block' = 'work'): Promise<Redis> {
  const redis = await connectRedis({ url: inject('redisUrl'), name: 'test', purpose, logger: silentLogger });
  onTestFinished(() => redis.disconnect());
  return redis;
}
