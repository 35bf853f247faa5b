import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newRunId } from '@taskhook/contracts';
import {
  connectRedis,
  createFetchQueue,
  createLeadQueues,
  redisKeys,
  type FetchQueue,
  type LeadQueues,
  type Redis,
} from '@taskhook/queue';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { testSettings } from '@taskhook/testing';
import { createVault } from '@taskhook/vault';
import { acceptedLead } from '../src/accept/accepted-lead.ts';
import { commitGroup } from '../src/accept/commit-group.ts';
import type { Entry } from '../src/accept/entry.ts';
import { createEvents } from '../src/events.ts';
import { createIngressMetrics } from '../src/metrics.ts';
import { revisionCompiler } from '../src/webhook/compile-revision.ts';
import type { Webhook } from '../src/webhook/find-webhook.ts';
import { marioLead, taskEntry } from './task-entry.ts';

const settings = testSettings();
const keys = redisKeys(settings.keyPrefix);
let redis: Redis;
let queues: LeadQueues;
let fetches: FetchQueue;
beforeAll(async () => {
  const { redisUrl: url } = settings;
  redis = await connectRedis({ url, name: 'test', purpose: 'answer', logger: silentLogger });
  queues = createLeadQueues(redis, keys);
  fetches = createFetchQueue(redis, keys);
});
beforeEach(() => redis.del(keys.runLog));
afterAll(async () => {
  await queues.close();
  await fetches.close();
  redis.disconnect();
});

function entry(bytes: number): Entry {
  const { entry: task, taskId } = taskEntry();
  const definition = task.revisions[0]?.definition;
  if (definition === undefined) throw new Error('a task has a step');
  const webhook: Webhook = {
    taskId,
    revision: 1,
    paused: false,
    listensUntil: 0,
    definition,
    ...revisionCompiler(createVault(Buffer.alloc(32)))({ task_id: taskId, revision: 1, definition }),
  };
  const run = { runId: newRunId(), lead: marioLead, source: 'generic', test: false } as const;
  return { ...acceptedLead(webhook, { ...run, receivedAt: Date.now() }), claims: [], bytes };
}

const events = createEvents(silentLogger, createIngressMetrics(createMetrics()));
const waiting = async (): Promise<number> => (await queues.stats('preview')).waiting;

test('a group is one entry of the run log and a job for each lead', async () => {
  const before = await waiting();
  const group = Array.from({ length: 100 }, () => entry(170));
  await commitGroup({ redis, keys, queues, fetches, events }, group);
  expect(await redis.xlen(keys.runLog)).toBe(1);
  expect(await waiting()).toBe(before + 100);
});

test('large events do not share an entry', async () => {
  await commitGroup({ redis, keys, queues, fetches, events }, [
    entry(900_000),
    entry(900_000),
    entry(2_000_000),
    entry(1),
  ]);
  expect(await redis.xlen(keys.runLog)).toBe(4);
});

test('a group that failed in part is written again whole, and its jobs are there once', async () => {
  const before = await waiting();
  await redis.set(keys.runLog, 'not a stream');
  let retried = 0;
  const groupRetried = (leads: number): void => {
    retried = leads;
    void redis.del(keys.runLog);
  };
  const group = [entry(170), entry(170)];
  await commitGroup({ redis, keys, queues, fetches, events: { ...events, groupRetried } }, group);
  expect(retried).toBe(2);
  expect(await redis.xlen(keys.runLog)).toBe(1);
  expect(await waiting()).toBe(before + 2);
});

test('a group that fails again is rejected', async () => {
  await redis.set(keys.runLog, 'not a stream');
  await expect(commitGroup({ redis, keys, queues, fetches, events }, [entry(170)])).rejects.toThrow(
    'WRONGTYPE',
  );
});
