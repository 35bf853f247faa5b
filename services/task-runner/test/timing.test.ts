import { expect, onTestFinished, test } from 'vitest';
import { HOUR, MINUTE, type PreviewStep, type Window } from '@taskhook/contracts';
import { startReceiver, until } from '@taskhook/testing';
import { platform, startRunner } from './runner.ts';

function preview(id: string, more: Partial<PreviewStep> = {}): PreviewStep {
  return { id, channel: 'preview', message: { text: id }, ...more };
}

/** A window that is shut now and opens within hours. */
function shutWindow(more: Partial<Window> = {}): Window {
  const now = Temporal.Now.zonedDateTimeISO('UTC');
  const hour = (later: number) => `${String(now.add({ hours: later }).hour).padStart(2, '0')}:00`;
  return { from: hour(3), to: hour(5), zone: 'UTC', ...more };
}

async function setup() {
  const world = await platform();
  await startRunner(world);
  return world;
}

test('a first step outside of its window waits for it, with its time and reason in the run', async () => {
  const world = await setup();
  const task = await world.task({ window: shutWindow(), steps: [preview('a')] });
  const runId = await world.lead(task);
  await world.reached(runId, 'waiting');
  const [event] = await world.events(runId);
  expect(event?.step).toMatchObject({ id: 'a', status: 'waiting', reason: { code: 'window' } });
  expect((event?.step?.due_at ?? 0) - Date.now()).toBeGreaterThan(HOUR);
  await until('the job to wait', async () => (await world.queues.stats('preview')).delayed === 1);
});

test('a later step is planned for its time at once', async () => {
  const world = await setup();
  const at = { time: '09:00', day: 'tomorrow', zone: 'Europe/Rome' } as const;
  const task = await world.task({ steps: [preview('a'), preview('b', { wait: '1m', at })] });
  const runId = await world.lead(task);
  await world.reached(runId, 'waiting');
  const waiting = (await world.events(runId)).find(({ step }) => step?.id === 'b');
  const due = waiting?.step?.due_at ?? 0;
  expect(waiting?.step).toMatchObject({ status: 'waiting', reason: { code: 'at' } });
  expect(new Date(due).toLocaleTimeString('it', { timeZone: 'Europe/Rome' })).toBe('09:00:00');
  expect(due - Date.now()).toBeGreaterThan(9 * HOUR - MINUTE);
});

test('a retry that falls outside of the window waits for it, and no attempt is lost', async () => {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  crm.always({ status: 500 });
  const world = await setup();
  const task = await world.task({
    steps: [
      {
        id: 'crm',
        channel: 'http',
        retry: { delays: ['10ms'], max_age: '20h' },
        window: shutWindow(),
        request: { url: crm.url },
      },
    ],
  });
  const now = Date.now();
  const runId = await world.lead(task, { attempts: 1, tried_from: now, due_at: now });
  await world.reached(runId, 'waiting');
  const [event] = await world.events(runId);
  expect(event?.step).toMatchObject({
    status: 'waiting',
    reason: { code: 'window' },
    retry: { attempts_left: 1 },
  });
  expect(crm.requests).toEqual([]);
});

test('a step that has expired is skipped, and the run goes on', async () => {
  const world = await setup();
  const task = await world.task({ steps: [preview('old', { expires: '1m' }), preview('new')] });
  const run = await world.reached(await world.lead(task, { received_at: Date.now() - HOUR }), 'succeeded');
  expect(run.steps).toMatchObject([
    { id: 'old', status: 'skipped', reason: { code: 'expired' } },
    { id: 'new', status: 'succeeded' },
  ]);
});

test('a test lead that is only previewed is seen without waiting for a window', async () => {
  const world = await setup();
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  const http = { id: 'b', channel: 'http', request: { url: crm.url } } as const;
  const task = await world.task({
    test_leads: 'preview',
    window: shutWindow(),
    steps: [{ ...http, id: 'a' }, http],
  });
  await world.reached(await world.lead(task, { test: true }), 'succeeded');
  expect(crm.requests).toEqual([]);
});
