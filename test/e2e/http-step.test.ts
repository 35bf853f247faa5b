import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '@taskhook/testing';
import { Webhook } from 'standardwebhooks';
import { giulia, mario } from './leads.ts';
import { startStack, type Stack } from './stack.ts';

let stack: Stack;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  stack = await startStack();
});
afterAll(async () => {
  await stack.close();
  await receiver.close();
});

test('an http step delivers its rendered JSON, signed, with one key over three attempts', async () => {
  const task = await stack.createTask({
    name: 'CRM',
    steps: [
      {
        id: 'crm',
        channel: 'http',
        retry: { delay: '100ms' },
        request: {
          method: 'POST',
          url: `${receiver.url}/leads?city={{extra_fields.citta | url_encode}}`,
          headers: { 'x-origin': '{{task.name}}' },
          body: { name: '{{full_name}}', age: '{{extra_fields.eta}}', tags: ['{{extra_fields.interesse}}'] },
        },
      },
    ],
  });
  receiver.next({ status: 500, body: 'broken' }, { status: 500 }, { status: 200, body: 'thanks' });
  const { body } = await stack.send(task, giulia);
  const run = await stack.runIn(body.leads[0]?.run_id ?? '', 'succeeded');

  expect(receiver.requests).toHaveLength(3);
  const signing = new Webhook(task.signing_secret ?? '');
  for (const request of receiver.requests) {
    expect(request).toMatchObject({ method: 'POST', path: '/leads?city=Milano' });
    expect(request.headers['x-origin']).toBe('CRM');
    expect(signing.verify(request.body, request.headers as Record<string, string>)).toEqual({
      name: 'Giulia Bianchi',
      age: '34',
      tags: ['Corso di Marketing'],
    });
  }
  expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(receiver.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  expect(run.steps[0]?.attempts).toMatchObject([
    { n: 1, outcome: 'retry', status_code: 500, error: { code: 'receiver_failed' } },
    { n: 2, outcome: 'retry', status_code: 500 },
    { n: 3, outcome: 'delivered', status_code: 200, error: null },
  ]);
});

test('steps wait, are left out by their condition, and keep the revision that the run began with', async () => {
  receiver.requests.length = 0;
  const request = { url: `${receiver.url}/after`, body: { v: 'one' } };
  const steps = [
    { id: 'hello', channel: 'preview' as const, message: { text: 'Ciao {{first_name}}' } },
    { id: 'adults', channel: 'preview' as const, when: 'extra_fields.eta > 40', message: { text: 'no' } },
    { id: 'after', channel: 'http' as const, wait: '1s', request },
  ];
  const task = await stack.createTask({ name: 'Passi', steps });
  const { body } = await stack.send(task, giulia);
  const id = body.leads[0]?.run_id ?? '';
  const waiting = await stack.runIn(id, 'waiting');
  expect(waiting.steps.map(({ status }) => status)).toEqual(['succeeded', 'skipped', 'waiting']);
  const changed = [{ ...steps[2], request: { ...request, body: { v: 'two' } } }];
  await stack.api('PATCH', `/v1/tasks/${task.id}`, { steps: changed });
  const run = await stack.runIn(id, 'succeeded');
  expect(run.task_revision).toBe(1);
  expect(receiver.requests.map((received) => received.body)).toEqual(['{"v":"one"}']);
});

test('a waiting run that is cancelled sends nothing more', async () => {
  receiver.requests.length = 0;
  const steps = [
    { id: 'later', channel: 'http' as const, wait: '1s', request: { url: `${receiver.url}/later` } },
  ];
  const task = await stack.createTask({ name: 'Annulla', steps });
  const { body } = await stack.send(task, mario);
  const id = body.leads[0]?.run_id ?? '';
  await stack.runIn(id, 'waiting', 'queued');
  expect((await stack.api('POST', `/v1/runs/${id}/cancel`)).status).toBe(200);
  await stack.runIn(id, 'cancelled');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(receiver.requests).toEqual([]);
  expect((await stack.api('POST', `/v1/runs/${id}/cancel`)).status).toBe(409);
});

test('a replay is a run of its own, with a key of its own', async () => {
  receiver.requests.length = 0;
  const steps = [{ id: 'crm', channel: 'http' as const, request: { url: `${receiver.url}/replay` } }];
  const task = await stack.createTask({ name: 'Replica', steps });
  receiver.next({ status: 404 });
  const { body } = await stack.send(task, mario);
  const first = body.leads[0]?.run_id ?? '';
  const failed = await stack.runIn(first, 'failed');
  expect(failed.steps[0]?.attempts).toMatchObject([{ outcome: 'rejected', status_code: 404 }]);
  const replay = await stack.api<{ run_id: string }>('POST', `/v1/runs/${first}/replay`);
  expect(replay.status).toBe(201);
  const second = await stack.runIn(replay.body.run_id, 'succeeded');
  expect(second.replay_of).toBe(first);
  const keys = receiver.requests.map(({ headers }) => headers['webhook-id']);
  expect(new Set(keys).size).toBe(2);
});
