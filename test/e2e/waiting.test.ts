import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Run } from '@taskhook/contracts';
import { startRedis } from '@taskhook/embedded';
import { freePorts, startReceiver, until } from '@taskhook/testing';
import { startClock } from './clock.ts';
import { mario } from './leads.ts';
import { startStack } from './stack.ts';

/** A Redis on disk that can be stopped and started again under its address. */
async function restartableRedis() {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskhook-redis-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const [port = 0] = await freePorts(1);
  const start = () => startRedis({ env: process.env, durable: true, log: () => undefined, dataDir, port });
  let server = await start();
  onTestFinished(() => server.close());
  return {
    url: server.url,
    stop: () => server.close(),
    start: async () => {
      server = await start();
    },
  };
}

test('a step that waits for the morning goes in the morning, though everything was restarted in the night', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  const redis = await restartableRedis();
  const clock = await startClock('2026-10-24T20:30:00+02:00');
  onTestFinished(() => clock.close());
  const stack = await startStack({ ...clock.environment, REDIS_URL: redis.url });
  onTestFinished(() => stack.close());
  const window = { from: '09:00', to: '19:00', zone: 'Europe/Rome', spread: '0s' };
  const task = await stack.createTask({
    name: 'Corso',
    steps: [
      { id: 'hello', channel: 'preview', message: { text: 'Ciao' } },
      { id: 'crm', channel: 'http', wait: '1m', window, request: { url: crm.url } },
    ],
  });
  const { body } = await stack.send(task, mario);
  const runId = body.leads[0]?.run_id ?? '';
  const waiting = await stack.runIn(runId, 'waiting');
  // The clocks of Europe are put back in this night.
  const nine = '2026-10-25T09:00:00+01:00';
  expect(waiting.steps[1]).toMatchObject({ id: 'crm', status: 'waiting', reason: { code: 'window' } });
  expect(Date.parse(waiting.steps[1]?.due_at ?? '')).toBe(Date.parse(nine));

  for (const name of ['ingress', 'task-runner', 'task-registry'] as const) await stack.stop(name, 'SIGKILL');
  await redis.stop();
  clock.set('2026-10-25T08:59:40+01:00');
  await redis.start();
  await stack.start('task-registry', 'ingress', 'task-runner');
  expect((await stack.api<Run>('GET', `/v1/runs/${runId}`)).body.status).toBe('waiting');
  expect(crm.requests).toEqual([]);

  clock.set('2026-10-25T09:00:00+01:00');
  const run = await until(
    'the run to succeed',
    async () => {
      const { body: shown } = await stack.api<Run>('GET', `/v1/runs/${runId}`);
      return shown.status === 'succeeded' && shown;
    },
    60_000,
  );
  expect(crm.requests).toHaveLength(1);
  expect(run.steps[1]?.attempts).toHaveLength(1);
  expect(Date.parse(run.steps[1]?.attempts[0]?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(nine));
}, 180_000);
