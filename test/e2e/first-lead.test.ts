import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LeadAnswer } from '@taskhook/contracts';
import { giulia, mario } from './leads.ts';
import { startStack, type Stack } from './stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const text =
  'Ciao {{full_name}}, a {{extra_fields.citta}} parte {{extra_fields.interesse}}. Età: {{extra_fields.eta}}.';
const steps = [{ id: 'welcome', channel: 'preview' as const, message: { text } }];

const runIdOf = (leads: LeadAnswer[]): string => leads[0]?.run_id ?? 'none';

test('a lead becomes a run whose message is rendered within a second', async () => {
  const task = await stack.createTask({ name: 'Corso di Marketing', steps });
  await stack.runIn(runIdOf((await stack.send(task, mario)).body.leads), 'succeeded');
  const sent = performance.now();
  const { status, body } = await stack.send(task, giulia);
  expect(status).toBe(200);
  expect(body).toEqual({
    status: 'accepted',
    leads: [{ status: 'accepted', run_id: expect.stringMatching(/^run_/) }],
  });
  const run = await stack.runIn(runIdOf(body.leads), 'succeeded');
  expect(performance.now() - sent).toBeLessThan(1_000);
  expect(run.steps).toMatchObject([
    {
      id: 'welcome',
      status: 'succeeded',
      rendered: { text: 'Ciao Giulia Bianchi, a Milano parte Corso di Marketing. Età: 34.' },
      attempts: [{ n: 1, outcome: 'delivered', error: null }],
    },
  ]);
  expect(run.lead).toEqual({ ...giulia, phone: '+393477654321' });
});

test('a lead with three fields runs too, and the fields it lacks render as nothing', async () => {
  const task = await stack.createTask({ name: 'Tre campi', steps });
  const { body } = await stack.send(task, mario);
  const run = await stack.runIn(runIdOf(body.leads), 'succeeded');
  expect(run.steps[0]?.rendered).toEqual({ text: 'Ciao Mario Rossi, a  parte . Età: .' });
});

test('two tasks have two addresses, and a lead at one never starts the other', async () => {
  const [first, second] = [await stack.createTask({ name: 'A' }), await stack.createTask({ name: 'B' })];
  expect(first.webhook.url).not.toBe(second.webhook.url);
  const { body } = await stack.send(first, mario);
  const run = await stack.runIn(runIdOf(body.leads), 'succeeded');
  expect(run.task_id).toBe(first.id);
  const ofSecond = await stack.api('GET', `/v1/runs?task_id=${second.id}`);
  expect(ofSecond.body).toEqual({ items: [], next_cursor: null });
});

test("the same body again, and the same key with another body, are the same sender's retry", async () => {
  const task = await stack.createTask({ name: 'Ritenta' });
  const first = await stack.send(task, mario);
  const again = await stack.send(task, mario);
  expect(again.body).toEqual({
    status: 'duplicate',
    leads: [{ status: 'duplicate', run_id: runIdOf(first.body.leads) }],
  });
  const keyed = await stack.send(task, giulia, { 'idempotency-key': 'order-1' });
  const retried = await stack.send(task, { ...giulia, note: 'again' }, { 'idempotency-key': 'order-1' });
  expect(retried.body).toMatchObject({ status: 'duplicate', leads: [{ run_id: runIdOf(keyed.body.leads) }] });
});

test('a lead without a phone is refused by field, kept whole, and runs when the task no longer asks for it', async () => {
  const task = await stack.createTask({ name: 'Senza telefono', lead: { default_country: 'IT' } });
  const request = { full_name: 'Anna Verdi', email: 'Anna.Verdi@Example.com', note: 'òk' };
  const { status, body } = await stack.send(task, request);
  expect(status).toBe(422);
  const problem = body as unknown as { code: string; errors: unknown; quarantine_id: string };
  expect(problem).toMatchObject({
    code: 'invalid_lead',
    errors: [{ field: 'phone', message: 'is required' }],
  });
  const path = `/v1/quarantine/${problem.quarantine_id}`;
  type Entry = { request: { body: string }; status: string; run_ids: string[] };
  const kept = async (): Promise<Entry> => (await stack.api<Entry>('GET', path)).body;
  await expect.poll(async () => (await kept()).status, { timeout: 5_000 }).toBe('open');
  expect(Buffer.from((await kept()).request.body, 'base64').toString()).toBe(JSON.stringify(request));

  const refused = await stack.api('POST', `${path}/replay`);
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'invalid_lead', errors: [{ field: 'phone' }] },
  });
  await stack.api('PATCH', `/v1/tasks/${task.id}`, { lead: { required: ['full_name', 'email'] } });
  const replayed = await stack.api<{ run_ids: string[] }>('POST', `${path}/replay`);
  expect(replayed.status).toBe(200);
  const run = await stack.runIn(replayed.body.run_ids[0] ?? '', 'succeeded');
  expect(run.lead).toMatchObject({ full_name: 'Anna Verdi', phone: null, email: 'anna.verdi@example.com' });
  expect(await kept()).toMatchObject({ status: 'replayed', run_ids: replayed.body.run_ids });
});

test('a paused task holds its leads, and they run when it is resumed', async () => {
  const task = await stack.createTask({ name: 'In pausa' });
  await stack.api('POST', `/v1/tasks/${task.id}/pause`);
  let held = await stack.send(task, mario);
  // Ingress learns of the pause a moment later; a lead of before then just runs.
  for (let i = 0; held.body.status !== 'held' && i < 50; i += 1)
    held = await stack.send(task, { ...mario, i });
  expect(held.body).toMatchObject({ status: 'held', leads: [{ status: 'held' }] });
  await stack.runIn(runIdOf(held.body.leads), 'held');
  await stack.api('POST', `/v1/tasks/${task.id}/resume`);
  await stack.runIn(runIdOf(held.body.leads), 'succeeded');
});

test('a request carries its id through the answer', async () => {
  const task = await stack.createTask({ name: 'Traccia' });
  const { headers } = await stack.send(task, mario, { 'x-request-id': 'trace-42' });
  expect(headers.get('x-request-id')).toBe('trace-42');
});

test('no service has written personal data to its log', () => {
  const output = [...stack.services.values()].map((service) => service.output()).join('\n');
  expect(output).not.toMatch(/Mario|Giulia|Bianchi|example\.com|3331234567|3477654321/);
});
