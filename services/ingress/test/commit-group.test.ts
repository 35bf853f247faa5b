import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newRunId } from '@taskhook/contracts';
import { connectRedis, redisKeys, type Admission, type Redis } from '@taskhook/queue';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { testSettings } from '@taskhook/testing';
import { commitGroup } from '../src/accept/commit-group.ts';
import { createEvents } from '../src/events.ts';
import { createIngressMetrics } from '../src/metrics.ts';

const settings = testSettings();
const keys = redisKeys(settings.keyPrefix);
let redis: Redis;
beforeAll(async () => {
  const { redisUrl: url } = settings;
  redis = await connectRedis({ url, name: 'test', purpose: 'answer', logger: silentLogger });
});
beforeEach(() => redis.del(keys.runLog));
afterAll(() => redis.disconnect());

const events = createEvents(silentLogger, createIngressMetrics(createMetrics()));
const admission = (): Admission => ({ runId: newRunId(), claims: [], event: '{}' });

test('a group that failed is admitted again whole, and is in once', async () => {
  await redis.set(keys.runLog, 'not a stream');
  let retried = 0;
  const groupRetried = (leads: number): void => {
    retried = leads;
    void redis.del(keys.runLog);
  };
  const outcomes = await commitGroup({ redis, keys, events: { ...events, groupRetried } }, [
    admission(),
    admission(),
  ]);
  expect([retried, outcomes]).toEqual([2, [{ status: 'admitted' }, { status: 'admitted' }]]);
  expect(await redis.xlen(keys.runLog)).toBe(1);
});

test('a group that fails again is rejected', async () => {
  await redis.set(keys.runLog, 'not a stream');
  await expect(commitGroup({ redis, keys, events }, [admission()])).rejects.toThrow('WRONGTYPE');
});
