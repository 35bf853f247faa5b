import { expect, test } from 'vitest';
import { until } from '@taskhook/testing';
import { joe, notice, setup } from './fetch-setup.ts';
import { expiredToken, TOKEN } from './look-alikes.ts';
import { spawnRunner } from './spawn-runner.ts';

test('every lead is fetched after the runner was killed in the middle of its fetches', async () => {
  const { world, provider, task } = await setup();
  const settings = { RUNNER_LOCK_DURATION: '1s' };
  const first = await spawnRunner(world, settings);
  provider.next(...Array.from({ length: 10 }, () => 'hang' as const));
  const runIds = await Promise.all(Array.from({ length: 20 }, () => world.notify(task, notice)));
  await until('fetches that hang', () => provider.requests.length >= 10);
  first.kill('SIGKILL');
  expect(await first.exited).toBe('SIGKILL');
  await spawnRunner(world, settings);
  for (const runId of runIds) {
    const run = await world.reached(runId, 'succeeded');
    expect(run.steps).toMatchObject([{ attempts: [{ n: 1 }] }]);
    expect(await world.accepted(runId)).toHaveLength(1);
  }
});

test('a fetch that does not end in time goes back to the queue, and the next runner makes it', async () => {
  const { world, provider, task } = await setup();
  const runner = await spawnRunner(world, { SHUTDOWN_TIMEOUT: '2s' });
  provider.next('hang');
  const runId = await world.notify(task, notice);
  await until('the fetch', () => provider.requests.length === 1);
  runner.kill('SIGTERM');
  expect(await runner.exited).toBe(0);
  expect(await world.events(runId)).toEqual([]);
  await spawnRunner(world);
  await world.reached(runId, 'succeeded');
});

test('the log of a runner shows neither the token nor the lead', async () => {
  const { world, provider, task } = await setup();
  const runner = await spawnRunner(world, { RUNNER_FETCH_RETRY_DELAY: '10ms', HTTP_TIMEOUT: '400ms' });
  provider.objects.set('77', { ...joe, id: '77', field_data: [{ name: 'full_name', values: ['Joe'] }] });
  provider.next({ status: 500, body: 'Joe Example' }, 'break', expiredToken);
  await world.reached(await world.notify(task, notice), 'failed');
  await world.reached(await world.notify(task, notice), 'succeeded');
  await world.reached(await world.notify(task, { ...notice, lead_id: '77' }), 'failed');
  const output = runner.output();
  expect(output).toContain('"fetch made"');
  for (const text of [TOKEN, 'Joe', 'joe@', '4155552671', 'Honda']) expect(output).not.toContain(text);
});
