import { afterEach, expect, it } from 'vitest';
import { limits, type Task } from '@taskhook/contracts';
import { connectRedis, createReadModel } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { until } from '@taskhook/testing';
import { openStore } from '../src/store/store.ts';
import { startHarness, type Harness } from './harness.ts';

const open: Harness[] = [];
afterEach(async () => {
  for (const started of open.splice(0)) await started.close();
});

async function harness(options: Parameters<typeof startHarness>[0] = {}): Promise<Harness> {
  const started = await startHarness(options);
  open.push(started);
  return started;
}

const quick = { environment: { READ_MODEL_CHECK_INTERVAL: '100ms' } };

async function emptyReadModel({ redis, keys }: Harness): Promise<void> {
  await redis.del(keys.tasks, keys.webhooks, keys.revisions, keys.signingSecrets);
}

async function repairs(registry: Harness): Promise<number> {
  return Number(/^taskhook_read_model_repairs_total (\d+)$/m.exec(await registry.metrics())?.[1]);
}

it('is built at start from what MongoDB has, with every revision', async () => {
  const first = await harness();
  const task = await first.createTask();
  await first.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Due' });
  await emptyReadModel(first);
  const { settings } = first;
  const { redis, keys } = await harness({ settings });
  expect(JSON.parse((await redis.hget(keys.tasks, task.id)) ?? '')).toMatchObject({
    name: 'Due',
    revision: 2,
  });
  expect(await redis.hexists(keys.revisions, `${task.id}:1`)).toBe(1);
  expect(await redis.hexists(keys.revisions, `${task.id}:2`)).toBe(1);
  expect(await redis.hexists(keys.webhooks, task.webhook.token)).toBe(1);
  expect(await redis.hexists(keys.signingSecrets, task.id)).toBe(1);
});

it('is built again when Redis was emptied under a running registry', async () => {
  const registry = await harness(quick);
  const task = await registry.createTask();
  await emptyReadModel(registry);
  const { redis, keys } = registry;
  await until('the address', async () => (await redis.hexists(keys.webhooks, task.webhook.token)) === 1);
  expect(await redis.hexists(keys.tasks, task.id)).toBe(1);
});

it('is repaired where it differs, which is counted and announced', async () => {
  const registry = await harness(quick);
  const { redis, keys, settings } = registry;
  const task = await registry.createTask();
  const subscriber = await connectRedis({
    url: settings.redisUrl,
    name: 'sub',
    purpose: 'work',
    logger: silentLogger,
  });
  const reader = await createReadModel({ commands: redis, subscriber, keys, logger: silentLogger });
  const before = await repairs(registry);
  await redis.hset(
    keys.tasks,
    task.id,
    JSON.stringify({ task_id: task.id, status: 'paused', name: 'x', revision: 9 }),
  );
  expect((await reader.task(task.id))?.status).toBe('paused');
  await until('the repair', async () => (await reader.task(task.id))?.status === 'active');
  await until('the count', async () => (await repairs(registry)) === before + 1);
  subscriber.disconnect();
});

it('loses addresses that no task has', async () => {
  const registry = await harness(quick);
  const { redis, keys } = registry;
  const task = await registry.createTask();
  await redis.hset(keys.webhooks, 'stray', JSON.stringify({ task_id: task.id, expires_at: null }));
  await until('the stray to go', async () => (await redis.hexists(keys.webhooks, 'stray')) === 0);
  expect(await redis.hexists(keys.webhooks, task.webhook.token)).toBe(1);
});

it('loses a rotated address when its grace period is over, and the task keeps the new one', async () => {
  const registry = await harness(quick);
  const { redis, keys, settings } = registry;
  const task = await registry.createTask();
  const rotated = (await registry.call<Task>('POST', `/v1/tasks/${task.id}/rotate-webhook`)).body;
  const store = await openStore(settings.mongodbUrl, silentLogger);
  const past = new Date(Date.now() - limits.rotationGraceMs);
  const doc = await store.tasks.findById(task.id).lean();
  const webhooks = doc?.webhooks.map((webhook) => ({
    ...webhook,
    expires_at: webhook.expires_at === null ? null : past,
  }));
  await store.tasks.updateOne({ _id: task.id }, { $set: { webhooks: webhooks ?? [] } });
  await store.close();
  await until(
    'the old address to go',
    async () => (await redis.hexists(keys.webhooks, task.webhook.token)) === 0,
  );
  expect(await redis.hexists(keys.webhooks, rotated.webhook.token)).toBe(1);
});

it('ends up with the newest state after many changes at once', async () => {
  const registry = await harness();
  const { redis, keys } = registry;
  const task = await registry.createTask();
  const verbs = ['pause', 'resume', 'pause', 'resume', 'rotate-webhook', 'pause'];
  await Promise.all(verbs.map((verb) => registry.call('POST', `/v1/tasks/${task.id}/${verb}`)));
  const { body } = await registry.call<Task>('GET', `/v1/tasks/${task.id}`);
  const published = JSON.parse((await redis.hget(keys.tasks, task.id)) ?? '{}') as { status?: string };
  expect(published.status).toBe(body.status);
});
