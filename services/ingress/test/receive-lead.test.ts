import { afterAll, beforeAll, expect, test } from 'vitest';
import { idPatterns, stepJobId } from '@taskhook/contracts';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario, marioLead } from './task-entry.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

const runId = expect.stringMatching(idPatterns.run) as string;

test('a valid lead is answered with 200, is in the run log, and its first step is queued', async () => {
  const { url, taskId } = await ingress.task();
  const before = await ingress.jobs('preview');
  const { status, body, headers } = await post(url, { ...mario, citta: 'Torino' });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('application/json');
  expect(body).toEqual({ status: 'accepted', leads: [{ status: 'accepted', run_id: runId }] });
  expect(await ingress.runLog(taskId)).toEqual([
    {
      type: 'accepted',
      run_id: body.leads?.[0]?.['run_id'],
      task_id: taskId,
      revision: 1,
      status: 'queued',
      test: false,
      source: 'generic',
      replay_of: null,
      lead: { ...marioLead, extra_fields: { citta: 'Torino' } },
      received_at: expect.closeTo(Date.now(), -4) as number,
    },
  ]);
  expect((await ingress.jobs('preview')).waiting).toBe(before.waiting + 1);
});

test('the job is step 0 of the run, with the lead and the revision that it is pinned to', async () => {
  const { url, taskId } = await ingress.task({ revision: 7 });
  const { body } = await post(url, mario);
  const run = String(body.leads?.[0]?.['run_id']);
  const { prefix, name } = ingress.keys.queue('preview');
  const job = await ingress.redis.hget(`${prefix}:${name}:${stepJobId(run, 0)}`, 'data');
  expect(JSON.parse(job ?? '{}')).toMatchObject({
    run_id: run,
    task_id: taskId,
    revision: 7,
    step: 0,
    lead: marioLead,
    attempts: 0,
    delivered: false,
  });
});

test('a first step with a wait is delayed by it', async () => {
  const { url } = await ingress.task({
    input: { steps: [{ id: 'later', channel: 'preview', wait: '10m', message: { text: 'Ciao' } }] },
  });
  const before = await ingress.jobs('preview');
  expect((await post(url, mario)).status).toBe(200);
  expect(await ingress.jobs('preview')).toMatchObject({
    waiting: before.waiting,
    delayed: before.delayed + 1,
  });
});

test('a lead at one address never starts the task of another, and goes to the queue of its channel', async () => {
  const http = await ingress.task({
    input: { steps: [{ id: 'crm', channel: 'http', request: { url: 'https://crm.example' } }] },
  });
  const other = await ingress.task();
  await post(http.url, mario);
  expect(await ingress.runLog(http.taskId)).toHaveLength(1);
  expect(await ingress.runLog(other.taskId)).toEqual([]);
  expect((await ingress.jobs('http')).waiting).toBe(1);
});

test('PUT is taken like POST', async () => {
  const { url } = await ingress.task();
  expect(await post(url, mario, {}, 'PUT')).toMatchObject({ status: 200, body: { status: 'accepted' } });
});

test('the lead of a paused task is held: it is in the run log and has no job', async () => {
  const { url, taskId } = await ingress.task({ status: 'paused' });
  const before = await ingress.jobs('preview');
  const { status, body } = await post(url, mario);
  expect(status).toBe(200);
  expect(body).toEqual({ status: 'held', leads: [{ status: 'held', run_id: runId }] });
  expect(await ingress.runLog(taskId)).toMatchObject([{ type: 'accepted', status: 'held' }]);
  expect((await ingress.jobs('preview')).waiting).toBe(before.waiting);
  expect(await post(url, mario)).toMatchObject({ body: { status: 'duplicate' } });
});

test("the task's mapping makes the lead", async () => {
  const { url, taskId } = await ingress.task({
    input: {
      lead: {
        mapping: {
          full_name: '{{ nome }} {{ cognome }}',
          phone: 'tel',
          email: 'posta',
          extra_fields: { eta: 'answers.age | plus: 0' },
        },
      },
    },
  });
  const sent = { nome: 'Giulia', cognome: 'Bianchi', tel: '333 7654321', posta: 'G@example.com' };
  expect((await post(url, { ...sent, answers: { age: '31' } })).status).toBe(200);
  expect(await ingress.runLog(taskId)).toMatchObject([
    {
      lead: {
        full_name: 'Giulia Bianchi',
        phone: '+393337654321',
        email: 'g@example.com',
        extra_fields: { eta: 31 },
      },
    },
  ]);
});

test('a change of the task counts from its announcement on', async () => {
  const { url, taskId, token } = await ingress.task();
  await post(url, mario);
  await ingress.task({ taskId, token, revision: 2, status: 'paused' });
  await expect
    .poll(async () => (await post(url, { ...mario, n: Math.random() })).body['status'])
    .toBe('held');
  expect((await ingress.runLog(taskId)).at(-1)).toMatchObject({ revision: 2, status: 'held' });
});

test.each([
  ['was never given out', undefined],
  ['has expired', { expiresAt: Date.now() - 1 }],
  ['belongs to a deleted task', { status: 'deleted' as const }],
])('an address that %s is unknown, and nothing is kept of what is sent there', async (_why, options) => {
  const { url, taskId } = options === undefined ? { url: '', taskId: '' } : await ingress.task(options);
  const target = url === '' ? `http://127.0.0.1:${ingress.ports[0]}/w/nobody-has-this-one` : url;
  const { status, body } = await post(target, mario);
  expect(status).toBe(404);
  expect(body).toMatchObject({ code: 'unknown_webhook', detail: 'No task has this webhook address.' });
  expect(await ingress.runLog(taskId)).toEqual([]);
});

test('an address in its grace period still works', async () => {
  const { url } = await ingress.task({ expiresAt: Date.now() + 60_000 });
  expect((await post(url, mario)).status).toBe(200);
});

test('an address whose task is missing from the read model is told to come back', async () => {
  const { url, taskId } = await ingress.task();
  await ingress.redis.hdel(ingress.keys.tasks, taskId);
  const { status, body, headers } = await post(url, mario);
  expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
});

test('a request may hold a thousand leads, each its own run; one more is refused by the limit', async () => {
  const { url, taskId } = await ingress.task();
  const before = await ingress.jobs('preview');
  const leads = Array.from({ length: 1_000 }, (_, n) => ({ ...mario, n }));
  const { status, body } = await post(url, leads);
  expect(status).toBe(200);
  expect(new Set(body.leads?.map((lead) => lead['run_id'])).size).toBe(1_000);
  const told = (await ingress.runLog(taskId)).flatMap((event) => (event.type === 'accepted' ? [event] : []));
  expect(new Set(told.map(({ lead }) => lead?.extra_fields['n'])).size).toBe(1_000);
  expect((await ingress.jobs('preview')).waiting).toBe(before.waiting + 1_000);
  const refused = await post(url, [...leads, mario]);
  expect([refused.status, refused.body['code']]).toEqual([400, 'malformed_body']);
  expect(refused.body['detail']).toContain('1000');
});
