import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startMongodb } from '@taskhook/embedded';
import { startReceiver, until, type Receiver } from '@taskhook/testing';
import { person } from './leads.ts';
import { startStack, type Stack } from './stack.ts';

async function receiverAndStack(environment: Record<string, string> = {}): Promise<[Receiver, Stack]> {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  const stack = await startStack(environment);
  onTestFinished(() => stack.close());
  return [receiver, stack];
}

const httpStep = (receiver: Receiver) => ({
  id: 'crm',
  channel: 'http' as const,
  request: { url: `${receiver.url}/leads`, body: { name: '{{full_name}}' } },
});

const deliveredNames = (receiver: Receiver): string[] =>
  receiver.requests.map(({ body }) => (JSON.parse(body) as { name: string }).name);

test('leads are accepted, run and delivered while task-registry and MongoDB are away, and are told after', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskhook-outage-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const { MONGODB_URL: _given, ...env } = process.env;
  const options = { dataDir, env, log: () => undefined, durable: false };
  let mongodb = await startMongodb(options);
  onTestFinished(() => mongodb.close());
  const url = `${mongodb.url.replace(/\/+$/, '')}/outage`;
  const [receiver, stack] = await receiverAndStack({ MONGODB_URL: url });
  const task = await stack.createTask({ name: 'Sempre aperto', steps: [httpStep(receiver)] });
  await stack.stop('task-registry');
  await mongodb.close();

  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => stack.send(task, person(i))));
  expect(answers.map(({ status, body }) => [status, body.status])).toEqual(
    answers.map(() => [200, 'accepted']),
  );
  await expect.poll(() => receiver.requests.length, { timeout: 10_000 }).toBe(40);

  mongodb = await startMongodb({ ...options, port: Number(new URL(url).port) });
  await stack.start('task-registry');
  for (const { body } of answers) await stack.runIn(body.leads[0]?.run_id ?? '', 'succeeded');
  expect(deliveredNames(receiver).toSorted()).toEqual(answers.map((_, i) => `Persona ${i}`).toSorted());
});

test('every accepted lead is delivered after task-runner was killed in the middle of its work', async () => {
  const [receiver, stack] = await receiverAndStack();
  const task = await stack.createTask({ name: 'Resiste', steps: [httpStep(receiver)] });
  receiver.always('hang');
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => stack.send(task, person(i))));
  await until('work in progress', () => receiver.requests.length >= 20);
  await stack.stop('task-runner', 'SIGKILL');
  receiver.always({ status: 200 });
  await stack.start('task-runner');
  for (const { body } of answers) await stack.runIn(body.leads[0]?.run_id ?? '', 'succeeded');
  expect(new Set(deliveredNames(receiver)).size).toBe(60);
  const keysOf = Map.groupBy(receiver.requests, ({ body }) => body);
  for (const requests of keysOf.values()) {
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  }
});
