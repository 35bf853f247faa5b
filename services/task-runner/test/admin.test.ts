import { expect, onTestFinished, test } from 'vitest';
import { startReceiver } from '@taskhook/testing';
import { platform, startRunner } from './runner.ts';

async function setup() {
  const world = await platform();
  const service = await startRunner(world);
  const get = (path: string) => fetch(`http://127.0.0.1:${service.adminPort}${path}`);
  return { world, get, metrics: async () => (await get('/metrics')).text() };
}

test('a runner tells that it lives and that it is ready', async () => {
  const { get } = await setup();
  expect((await get('/livez')).status).toBe(200);
  const ready = await get('/readyz');
  expect(await ready.json()).toEqual({ status: 'ok', checks: { redis: 'ok', workers: 'ok' } });
});

test('the first touch of a lead is counted once, and that of a test lead is not', async () => {
  const { world, metrics } = await setup();
  const text = { text: 'x' };
  const task = await world.task({
    steps: [
      { id: 'a', channel: 'preview', message: text },
      { id: 'b', channel: 'preview', message: text },
    ],
  });
  await world.reached(await world.lead(task, { received_at: Date.now() - 2_000 }), 'succeeded');
  await world.reached(await world.lead(task, { test: true }), 'succeeded');
  const exposed = await metrics();
  expect(exposed).toContain('taskhook_first_touch_seconds_count 1\n');
  expect(exposed).toContain('taskhook_first_touch_seconds_bucket{le="1"} 0\n');
  expect(exposed).toContain('taskhook_first_touch_seconds_bucket{le="5"} 1\n');
  expect(exposed).toContain('taskhook_runs_finished_total{status="succeeded"} 2\n');
  expect(exposed).toContain('taskhook_attempts_total{channel="preview",outcome="delivered"} 4\n');
  expect(exposed).toContain('taskhook_step_due_lag_seconds_count{channel="preview"} 4\n');
});

test('attempts are counted by outcome, and queues by state', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.next({ status: 500 });
  const { world, metrics } = await setup();
  const later = { id: 'later', channel: 'preview', wait: '1h', message: { text: 'x' } } as const;
  const retry = { delay: '1ms' };
  const task = await world.task({
    steps: [{ id: 'crm', channel: 'http', retry, request: { url: crm.url } }, later],
  });
  const runId = await world.lead(task);
  await expect.poll(async () => (await world.state(runId)).steps[0]?.attempts.length).toBe(2);
  await expect.poll(async () => (await world.queues.stats('preview')).delayed).toBe(1);
  const exposed = await metrics();
  expect(exposed).toContain('taskhook_attempts_total{channel="http",outcome="retry"} 1\n');
  expect(exposed).toContain('taskhook_attempts_total{channel="http",outcome="delivered"} 1\n');
  expect(exposed).toContain('taskhook_attempt_duration_seconds_count{channel="http"} 2\n');
  expect(exposed).toContain('taskhook_queue_depth{channel="preview",state="delayed"} 1\n');
  expect(exposed).toContain('taskhook_queue_backlog{channel="preview",kind="due"} 0\n');
  expect(exposed).toContain('taskhook_queue_backlog{channel="preview",kind="deferred"} 1\n');
  expect(exposed).toContain('taskhook_queue_backlog{channel="fetch",kind="due"} 0\n');
  expect(exposed).toContain('taskhook_queue_oldest_age_seconds{channel="http"} 0\n');
});

test('no label of a metric names a lead, a run or a task', async () => {
  const { world, metrics } = await setup();
  const task = await world.task({});
  const runId = await world.lead(task);
  await world.reached(runId, 'succeeded');
  const exposed = await metrics();
  for (const secret of [runId, task.id, 'Rossi', '+39']) expect(exposed).not.toContain(secret);
});
