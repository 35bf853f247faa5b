import { expect, onTestFinished, test } from 'vitest';
import type { HttpStep } from '@taskhook/contracts';
import { freePorts, spawnService, startReceiver, until } from '@taskhook/testing';
import { heldReceiver } from './held-receiver.ts';
import { mario, platform } from './runner.ts';
import { spawnRunner } from './spawn-runner.ts';

function httpStep(url: string): HttpStep {
  return { id: 'crm', channel: 'http', request: { url, body: { name: '{{full_name}}' } } };
}

test('every lead is delivered after the runner was killed in the middle of its work', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.always('hang');
  const world = await platform();
  const settings = { RUNNER_LOCK_DURATION: '1s', RUNNER_CONCURRENCY: '10' };
  const first = await spawnRunner(world, settings);
  const steps = [httpStep(crm.url), { id: 'b', channel: 'preview', message: { text: 'x' } } as const];
  const task = await world.task({ steps });
  const runIds = await Promise.all(Array.from({ length: 30 }, () => world.lead(task)));
  await until('calls that hang', () => crm.requests.length >= 10);
  first.kill('SIGKILL');
  expect(await first.exited).toBe('SIGKILL');
  crm.always({ status: 200 });
  await spawnRunner(world, settings);
  for (const runId of runIds) await world.reached(runId, 'succeeded');
  const keys = new Set(crm.requests.map(({ headers }) => headers['idempotency-key']));
  expect(keys).toEqual(new Set(runIds.map((runId) => `${runId}.crm`)));
});

test('a runner that is told to stop finishes the delivery that it has begun', async () => {
  const crm = await heldReceiver();
  const world = await platform();
  const runner = await spawnRunner(world);
  const task = await world.task({ steps: [httpStep(crm.url)] });
  const runId = await world.lead(task);
  await until('the call', () => crm.waiting() === 1);
  runner.kill('SIGTERM');
  await until('the runner to stop', () => runner.output().includes('"stopping"'));
  crm.answer(200);
  expect(await runner.exited).toBe(0);
  expect(await world.state(runId)).toMatchObject({ status: 'succeeded' });
});

test('a delivery that does not end in time goes back to the queue, and the next runner makes it', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.next('hang');
  const world = await platform();
  const runner = await spawnRunner(world, { SHUTDOWN_TIMEOUT: '2s' });
  const runId = await world.lead(await world.task({ steps: [httpStep(crm.url)] }));
  await until('the call', () => crm.requests.length === 1);
  runner.kill('SIGTERM');
  expect(await runner.exited).toBe(0);
  expect((await world.state(runId)).steps[0]?.attempts).toEqual([]);
  expect(await world.queues.stats('http')).toMatchObject({ delayed: 1, active: 0, failed: 0 });
  await spawnRunner(world);
  expect((await world.reached(runId, 'succeeded')).steps[0]?.attempts).toMatchObject([{ n: 1 }]);
});

test('a second signal ends the runner at once', async () => {
  const crm = await heldReceiver();
  const world = await platform();
  const runner = await spawnRunner(world);
  await world.lead(await world.task({ steps: [httpStep(crm.url)] }));
  await until('the call', () => crm.waiting() === 1);
  runner.kill('SIGTERM');
  await until('the runner to stop', () => runner.output().includes('"stopping"'));
  runner.kill('SIGTERM');
  expect(await runner.exited).toBe(1);
});

test('a runner that is configured wrongly tells every problem and does not start', async () => {
  const { environment } = await platform();
  const runner = spawnService('task-runner', {
    ...environment,
    TASKHOOK_SECRET_KEY: 'c2VjcmV0',
    RUNNER_CHANNELS: 'preview,fax',
    HTTP_TIMEOUT: 'soon',
    TASKHOOK_OUTBOUND_ALLOW: '10.0.0.0',
  });
  expect(await runner.exited).toBe(1);
  for (const name of ['TASKHOOK_SECRET_KEY', 'RUNNER_CHANNELS', 'HTTP_TIMEOUT', 'TASKHOOK_OUTBOUND_ALLOW']) {
    expect(runner.output()).toContain(`task-runner: ${name} must`);
  }
  expect(runner.output()).not.toContain('c2VjcmV0');
});

test('a runner that finds no Redis says so and ends', async () => {
  const { environment } = await platform();
  const [port = 0] = await freePorts(1);
  const runner = spawnService('task-runner', { ...environment, REDIS_URL: `redis://127.0.0.1:${port}` });
  expect(await runner.exited).toBe(1);
  expect(runner.output()).toContain(`Redis cannot be reached at 127.0.0.1:${port}`);
});

test('a runner whose port is taken says so, ends, and has taken no step', async () => {
  const world = await platform();
  const crm = await heldReceiver();
  const port = new URL(crm.url).port;
  await world.lead(await world.task({}));
  const runner = spawnService('task-runner', { ...world.environment, RUNNER_ADMIN_PORT: port });
  expect(await runner.exited).toBe(1);
  expect(runner.output()).toContain(`Cannot listen on 127.0.0.1:${port}`);
  expect((await world.queues.stats('preview')).waiting).toBe(1);
});

test('whatever happens to a lead, the log never shows who it is, nor a secret', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.next(
    { status: 404, body: `no ${mario.full_name} here` },
    { status: 302, headers: { location: `/${mario.email}` } },
  );
  const world = await platform();
  const runner = await spawnRunner(world);
  const steps = [
    [httpStep(crm.url)],
    [httpStep(crm.url)],
    [httpStep('{{email}}')],
    [{ ...httpStep(crm.url), request: { url: crm.url, headers: { host: '{{phone}}' } } }],
    [{ id: 'a', channel: 'preview', message: { text: '{{ full_name | divided_by: 0 }}' } }] as const,
    [
      { id: 'a', channel: 'preview', when: 'email contains "Rossi"', message: { text: '{{full_name}}' } },
    ] as const,
  ];
  const secrets: string[] = [];
  for (const each of steps) {
    const task = await world.task({ steps: [...each] });
    secrets.push(task.secret);
    const runId = await world.lead(task);
    await until('the end of the run', async () =>
      ['failed', 'succeeded', 'skipped'].includes((await world.state(runId)).status ?? ''),
    );
  }
  const lost = await world.task({});
  await world.lead({ ...lost, revision: 9 });
  await until('a fault', () => runner.output().includes('comes again'));
  const output = runner.output();
  expect(output).toContain('"attempt made"');
  const personal = ['Rossi', 'Mario', '3331234567', 'mario@', 'Bologna', ...secrets];
  for (const text of personal) expect(output).not.toContain(text);
});
