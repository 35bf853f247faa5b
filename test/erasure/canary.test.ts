import { expect, onTestFinished, test } from 'vitest';
import type { Connection, Erasure, Run, Sample, Task } from '@taskhook/contracts';
import { appendRunLog } from '@taskhook/queue';
import { startReceiver, until, type Receiver } from '@taskhook/testing';
import { TWILIO, twilioLookAlike } from '@taskhook/testing/look-alikes';
import { person } from '../e2e/leads.ts';
import type { Stack } from '../e2e/stack.ts';
import { canary, canaryWords, spelled } from './canary.ts';
import { holdsAny, tracesInFiles, tracesInMongodb, tracesInRedis } from './traces.ts';
import { startWorld, type World } from './world.ts';

const text = '{{full_name}} {{first_name}} {{phone}} {{email}}';
const preview = { id: 'hello', channel: 'preview' as const, message: { text } };

const httpStep = ({ url }: Receiver) => ({
  id: 'crm',
  channel: 'http' as const,
  request: { url: `${url}/leads?p={{phone}}`, body: { name: '{{full_name}}', mail: '{{email}}' } },
});

async function receiver(): Promise<Receiver> {
  const started = await startReceiver();
  onTestFinished(() => started.close());
  return started;
}

const runOf = async (stack: Stack, task: Task, lead: object): Promise<string> =>
  (await stack.send(task, lead)).body.leads[0]?.run_id ?? '';

/** A receiver that repeats what it got, as those do that answer with an error. */
const repeating = {
  status: 422,
  body: `no such customer: ${canary.full_name} ${canary.phone} ${canary.email}`,
};

/** Brings the person through everything that can become of a lead. Gives the runs by what became of them. */
async function throughEverything(world: World) {
  const { stack } = world;
  const [refusing, failing, slow] = [await receiver(), await receiver(), await receiver()];
  refusing.always(repeating);
  failing.always({ ...repeating, status: 500 });
  slow.always('hang');
  const twilio = await twilioLookAlike();
  const { body: connection } = await stack.api<Connection>('POST', '/v1/connections', {
    ...TWILIO,
    name: 'Twilio',
    base_url: twilio.url,
  });
  const sms = { id: 'sms', channel: 'sms' as const, connection: connection.id, message: { text } };
  const tasks = {
    finished: { steps: [preview], lead: { dedupe: { by: ['phone' as const], window: '24h' } } },
    waiting: { steps: [{ ...preview, wait: '2h' }] },
    failed: { steps: [httpStep(refusing)] },
    retrying: { steps: [httpStep(failing)] },
    active: { steps: [httpStep(slow)] },
    messaged: { steps: [sms] },
    unknown: { steps: [{ ...sms, id: 'lost' }] },
    held: { steps: [preview] },
  };
  const runs: Record<string, string> = {};
  for (const [name, { steps, ...more }] of Object.entries(tasks)) {
    const task = await stack.createTask({ name, steps, ...more });
    if (name === 'held') await stack.api('POST', `/v1/tasks/${task.id}/pause`);
    if (name === 'unknown') twilio.next('break');
    const lead = name === 'waiting' ? spelled.spaced : spelled.dotted;
    runs[name] = await runOf(stack, task, { ...lead, note: `chiamare ${canary.full_name}` });
    if (name === 'messaged' || name === 'unknown')
      await until(
        `${name} to have asked Twilio`,
        () => twilio.posts().length >= (name === 'messaged' ? 1 : 2),
      );
  }
  await until('the slow receiver to be called', () => slow.requests.length > 0);
  await stack.runIn(runs['finished'] ?? '', 'succeeded');
  await stack.runIn(runs['failed'] ?? '', 'failed');
  await stack.runIn(runs['messaged'] ?? '', 'succeeded');
  await stack.runIn(runs['retrying'] ?? '', 'waiting');
  await reply(world, runs['messaged'] ?? '');
  return { runs, slow };
}

async function reply({ redis, keys, stack }: World, run_id: string): Promise<void> {
  const { task_id } = (await stack.api<Run>('GET', `/v1/runs/${run_id}`)).body;
  const words = `Sono ${canary.full_name}, scrivetemi a ${canary.email}`;
  const event = { run_id, task_id, revision: 1, at: Date.now(), channel: 'sms' as const, text: words };
  await appendRunLog(redis, keys.runLog, [{ ...event, type: 'reply', reply_id: 'canary' }]);
  await until('the reply', async () => {
    const { body } = await stack.api<Run>('GET', `/v1/runs/${run_id}`);
    return body.replies.length > 0;
  });
}

/** Requests of the person that gave no lead, and one that was caught as a sample. */
async function keptRequests(stack: Stack): Promise<Task> {
  const task = await stack.createTask({ name: 'Rotto', lead: { required: ['full_name', 'phone', 'email'] } });
  await stack.send(task, { nome: canary.full_name, tel: '347 555 0123' });
  await stack.send(task, `nome=Zen%C3%B2bia+Canarini&tel=347+555+0123`, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await stack.send(task, `{"email": "${canary.email.toUpperCase()}", "nome": "${canary.full_name}"`);
  await stack.api('POST', `/v1/tasks/${task.id}/samples/listen`);
  await until('a sample', async () => {
    await stack.send(task, { ...canary, nonce: Math.random() });
    const { body } = await stack.api<{ items: Sample[] }>('GET', `/v1/tasks/${task.id}/samples`);
    return body.items.length > 0;
  });
  return task;
}

async function traces({ redis, mongodbUrl, folder, stack }: World) {
  const logs = [...stack.services].filter(([, service]) =>
    holdsAny(Buffer.from(service.output()), canaryWords),
  );
  return {
    redis: await tracesInRedis(redis, canaryWords),
    mongodb: await tracesInMongodb(mongodbUrl, canaryWords),
    files: await tracesInFiles(folder, canaryWords),
    logs: logs.map(([name]) => name),
  };
}

test('an erased person is found nowhere: in Redis, MongoDB, logs and the files of the servers', async () => {
  const world = await startWorld();
  const { stack } = world;
  const { runs, slow } = await throughEverything(world);
  await keptRequests(stack);
  const other = await stack.createTask({ name: 'Altri', steps: [preview] });
  const another = await runOf(stack, other, person(1));
  await stack.runIn(another, 'succeeded');

  const before = await traces(world);
  expect(before.redis.length).toBeGreaterThan(3);
  expect(before.mongodb.map((line) => line.split(':')[0])).toEqual(['runs', 'quarantine', 'samples']);
  expect(before.files.length).toBeGreaterThan(1);
  expect(before.logs).toEqual([]);

  const { phone, email } = canary;
  const { status, body } = await stack.api<Erasure>('POST', '/v1/erasures', { phone, email });
  expect([status, body.status]).toEqual([202, 'running']);
  await stack.stop('task-registry', 'SIGKILL');
  await stack.start('task-registry');
  const shown = async () => (await stack.api<Erasure>('GET', `/v1/erasures/${body.id}`)).body;
  await until(
    'the erasure to wait for the active step',
    async () => (await shown()).phase === 'late',
    60_000,
  );
  slow.always({ status: 200, body: `taken: ${canary.full_name} ${canary.email}` });
  await slow.close();
  const report = await until(
    'the erasure to be done',
    async () => {
      const now = await shown();
      return now.status === 'done' && now;
    },
    60_000,
  );

  expect(report).toMatchObject({ redis_disk: 'written_anew', who: [expect.any(String), expect.any(String)] });
  expect(report.counts).toMatchObject({ quarantine_overwritten: 3, samples_removed: expect.any(Number) });
  const after = await until(
    'the write-ahead log of the database to be emptied',
    async () => {
      const found = await traces(world);
      return found.files.length === 0 && found;
    },
    20_000,
  ).catch(() => traces(world));
  expect(after).toEqual({ redis: [], mongodb: [], files: [], logs: [] });

  const states = await Promise.all(
    Object.entries(runs).map(async ([name, id]) => [
      name,
      (await stack.api<Run>('GET', `/v1/runs/${id}`)).body,
    ]),
  );
  const shape = Object.fromEntries(
    (states as [string, Run][]).map(([name, run]) => [name, [run.status, run.lead, run.erased_at !== null]]),
  );
  expect(shape).toMatchObject({
    finished: ['succeeded', null, true],
    waiting: ['cancelled', null, true],
    failed: ['failed', null, true],
    retrying: ['cancelled', null, true],
    active: ['cancelled', null, true],
    messaged: ['succeeded', null, true],
    held: ['cancelled', null, true],
  });
  expect((await stack.api<Run>('GET', `/v1/runs/${another}`)).body.lead).toMatchObject({
    full_name: person(1).full_name,
  });
}, 240_000);
