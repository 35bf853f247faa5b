import { expect, onTestFinished, test } from 'vitest';
import { newRunId, newTaskId, type PreviewStep } from '@taskhook/contracts';
import { isCancelled, markCancelled, raiseReceipt } from '@taskhook/queue';
import { startReceiver, until } from '@taskhook/testing';
import { platform, startRunner } from './runner.ts';

async function setup(settings: Record<string, string> = {}) {
  const world = await platform();
  await startRunner(world, settings);
  return world;
}

function preview(id: string, text: string, more: Partial<PreviewStep> = {}): PreviewStep {
  return { id, channel: 'preview', message: { text }, ...more };
}

test('the steps of a run go one after the other, over their channels, each after its wait', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  const world = await setup();
  const task = await world.task({
    steps: [
      preview('first', 'Ciao'),
      { id: 'second', channel: 'http', wait: '300ms', request: { url: crm.url } },
      preview('third', 'Ancora'),
    ],
  });
  const runId = await world.lead(task);
  const run = await world.reached(runId, 'succeeded');
  expect(run.steps.map(({ id, status }) => [id, status])).toEqual([
    ['first', 'succeeded'],
    ['second', 'succeeded'],
    ['third', 'succeeded'],
  ]);
  const events = await world.events(runId);
  const first = events.find(({ step }) => step?.id === 'first' && step.status === 'succeeded');
  expect(first?.status).toBe('waiting');
  const waiting = events.find(({ step }) => step?.id === 'second' && step.status === 'waiting');
  expect((waiting?.step?.due_at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(295);
  expect(crm.requests[0]?.at).toBeGreaterThanOrEqual((waiting?.step?.due_at ?? 0) - 5);
});

test('a step whose condition does not hold is skipped, and the next one goes', async () => {
  const world = await setup();
  const task = await world.task({
    steps: [
      preview('adults', 'Ciao', { when: 'extra_fields.eta >= 40' }),
      preview('all', 'Salve', { when: 'extra_fields.eta > 17' }),
    ],
  });
  const run = await world.reached(await world.lead(task), 'succeeded');
  expect(run.steps).toMatchObject([
    { id: 'adults', status: 'skipped', reason: { code: 'condition' }, attempts: [] },
    { id: 'all', status: 'succeeded', reason: null },
  ]);
});

test('a run whose steps are all skipped is skipped', async () => {
  const world = await setup();
  const task = await world.task({
    steps: [preview('a', 'x', { when: 'false' }), preview('b', 'y', { when: 'nil' })],
  });
  const run = await world.reached(await world.lead(task), 'skipped');
  expect(run.reason?.code).toBe('condition');
});

test('a lead that the filter holds back gives a skipped run', async () => {
  const world = await setup();
  const task = await world.task({
    lead: { filter: 'extra_fields.eta >= 50' },
    steps: [preview('a', 'x')],
  });
  const run = await world.reached(await world.lead(task), 'skipped');
  expect(run).toMatchObject({ reason: { code: 'filtered' }, steps: [] });
});

test('a template that fails is a recorded rejection, and the worker goes on', async () => {
  const world = await setup();
  const bad = await world.task({
    steps: [preview('a', '{% for i in (1..100000000) %}{{ i }}{% endfor %}'), preview('b', 'never')],
  });
  const good = await world.task({ steps: [preview('a', 'x')] });
  const run = await world.reached(await world.lead(bad), 'failed');
  expect(run.steps).toMatchObject([
    { id: 'a', status: 'failed', attempts: [{ n: 1, outcome: 'rejected', status_code: null }] },
  ]);
  expect(run.reason?.code).toMatch(/^template_(limit|failed)$/);
  await world.reached(await world.lead(good), 'succeeded');
});

test('a step that fails keeps the later ones from going', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.always({ status: 400 });
  const world = await setup();
  const task = await world.task({
    steps: [{ id: 'crm', channel: 'http', request: { url: crm.url } }, preview('after', 'x')],
  });
  const run = await world.reached(await world.lead(task), 'failed');
  expect(run.steps.map(({ id }) => id)).toEqual(['crm']);
});

test('a step that may fail lets the later ones go, and they see that it did', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.always({ status: 400 });
  const world = await setup();
  const task = await world.task({
    steps: [
      { id: 'crm', channel: 'http', on_failure: 'continue', request: { url: crm.url } },
      preview('well', 'never', { when: 'steps.crm.delivered' }),
      preview('badly', '{{ steps.crm.status }}, {{ steps.crm.outcome }}; {{ steps.well.status }}'),
    ],
  });
  const run = await world.reached(await world.lead(task), 'succeeded');
  expect(run.steps).toMatchObject([
    { id: 'crm', status: 'failed', reason: { code: 'receiver_rejected' }, attempts: [{ n: 1 }] },
    { id: 'well', status: 'skipped' },
    { id: 'badly', status: 'succeeded', rendered: { text: 'failed, rejected; skipped' } },
  ]);
  expect(run.reason).toBeNull();
});

test('a run of which nothing was delivered has failed, though its steps may fail', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.always({ status: 400 });
  const world = await setup();
  const failing = { id: 'crm', channel: 'http', on_failure: 'continue', request: { url: crm.url } } as const;
  const last = await world.task({ steps: [preview('no', 'x', { when: 'false' }), failing] });
  const first = await world.task({ steps: [failing, preview('no', 'x', { when: 'false' })] });
  const runs = [await world.lead(last), await world.lead(first)];
  expect((await world.reached(runs[0] ?? '', 'failed')).reason?.code).toBe('receiver_rejected');
  expect((await world.reached(runs[1] ?? '', 'failed')).reason?.code).toBe('steps_failed');
});

test('a later step sees how far a message came', async () => {
  const world = await setup();
  const task = await world.task({
    steps: [preview('hello', 'Ciao'), preview('asked', '{{ steps.hello.receipt }}', { wait: '400ms' })],
  });
  const runId = await world.lead(task);
  await until('the first step', async () => (await world.state(runId)).status === 'waiting');
  await raiseReceipt(world.redis, world.keys, { runId, stepId: 'hello', state: 'read' });
  const run = await world.reached(runId, 'succeeded');
  expect(run.steps[1]?.rendered).toEqual({ text: 'read' });
});

test('a run keeps the revision that it started with', async () => {
  const world = await setup();
  const steps = [preview('a', 'old a'), preview('b', 'old b', { wait: '500ms' })];
  const task = await world.task({ steps });
  const runId = await world.lead(task);
  await until('the first step', async () => (await world.state(runId)).status === 'waiting');
  await world.task({ steps: [preview('a', 'new a'), preview('b', 'new b')] }, { id: task.id, revision: 2 });
  const run = await world.reached(runId, 'succeeded');
  expect(run.steps.map(({ rendered }) => rendered)).toMatchObject([{ text: 'old a' }, { text: 'old b' }]);
});

test('a run of a task that was deleted is cancelled when its step is due', async () => {
  const world = await setup();
  const task = await world.task({ steps: [preview('a', 'x'), preview('b', 'y', { wait: '300ms' })] });
  const runId = await world.lead(task);
  await until('the first step', async () => (await world.state(runId)).status === 'waiting');
  await task.publish('deleted');
  const run = await world.reached(runId, 'cancelled');
  expect(run.reason?.code).toBe('task_deleted');
  expect(run.steps[1]?.attempts).toEqual([]);
});

test('a run that was cancelled goes no further, and the runner says nothing of it', async () => {
  const world = await setup();
  const task = await world.task({ steps: [preview('a', 'x'), preview('b', 'y', { wait: '200ms' })] });
  const [cancelled, other] = [newRunId(), newRunId()];
  await world.lead(task, { run_id: cancelled });
  await until('the first step', async () => (await world.state(cancelled)).status === 'waiting');
  await markCancelled(world.redis, world.keys, cancelled);
  await world.lead(task, { run_id: other });
  await world.reached(other, 'succeeded');
  const stats = () => world.queues.stats('preview');
  await until('an empty queue', async () => (await stats()).delayed + (await stats()).active === 0);
  expect(await isCancelled(world.redis, world.keys, cancelled)).toBe(true);
  expect((await world.state(cancelled)).status).toBe('waiting');
});

test('a run waits for its revision to be published', async () => {
  const world = await setup();
  const id = newTaskId();
  const definition = (await world.task({ steps: [preview('a', 'late')] })).definition;
  const runId = await world.lead({ id, revision: 1, definition });
  await until('a first try', async () => (await world.queues.stats('preview')).delayed === 1);
  await world.task({ steps: [preview('a', 'late')] }, { id });
  const run = await world.reached(runId, 'succeeded');
  expect(run.steps).toMatchObject([{ attempts: [{ n: 1 }] }]);
});

test('a runner serves the channels that it is told to serve, and no other', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  const world = await setup({ RUNNER_CHANNELS: 'http' });
  const http = await world.task({ steps: [{ id: 'crm', channel: 'http', request: { url: crm.url } }] });
  const text = await world.task({ steps: [preview('a', 'x')] });
  await world.lead(text);
  await world.reached(await world.lead(http), 'succeeded');
  expect((await world.queues.stats('preview')).waiting).toBe(1);
});

test('a job that runs twice delivers again under the same key, and the run ends as it did', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  const world = await setup();
  const task = await world.task({
    steps: [{ id: 'crm', channel: 'http', request: { url: crm.url } }, preview('after', 'x')],
  });
  const runId = await world.lead(task);
  const once = await world.reached(runId, 'succeeded');
  await world.lead(task, { run_id: runId });
  await until('the same events again', async () => (await world.events(runId)).length === 8);
  const twice = await world.state(runId);
  expect(twice.status).toBe('succeeded');
  expect(twice.steps.map(({ status }) => status)).toEqual(once.steps.map(({ status }) => status));
  expect(crm.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([
    `${runId}.crm`,
    `${runId}.crm`,
  ]);
});
