import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunAccepted } from '@taskhook/contracts';
import { corpusFile } from './corpus-file.ts';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { send } from './send.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

const accepted = async (taskId: string): Promise<RunAccepted[]> =>
  (await ingress.runLog(taskId)).filter((event) => event.type === 'accepted');
const outbound = corpusFile('13-salesforce-outbound-message').body_text;
const notification = /<Notification>.*<\/Notification>/s.exec(outbound)?.[0] ?? '';

/** An outbound message with a notification for each e-mail; an empty one leaves the lead without. */
function message(...emails: string[]): string {
  const parts = emails.map((email, n) =>
    notification.replace('04l000000000001AAA', `04l00000000000${n}AAA`).replace('pat@acme.example', email),
  );
  return outbound.replace(notification, parts.join(''));
}

test('of a message with several leads the good ones run, the bad one is kept, and all is acknowledged', async () => {
  const { url, taskId } = await ingress.task({ input: { lead: { default_country: 'US' } } });
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  const answer = await send(url, { headers, body: message('a@acme.example', '', 'c@acme.example') });
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/xml' },
    text: expect.stringContaining('<Ack>true</Ack>') as string,
  });
  expect((await accepted(taskId)).map(({ lead }) => lead?.email)).toEqual([
    'a@acme.example',
    'c@acme.example',
  ]);
  const kept = (await ingress.runLog(taskId)).filter(({ type }) => type === 'quarantined');
  expect(kept).toMatchObject([{ code: 'invalid_lead', errors: [{ field: '1.email' }] }]);
});

test('a message whose only lead is bad is acknowledged, since it is safe in quarantine', async () => {
  const { url, taskId } = await ingress.task({ input: { lead: { default_country: 'US' } } });
  const answer = await send(url, { headers: { 'content-type': 'text/xml' }, body: message('') });
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('<Ack>true</Ack>')]);
  expect(await ingress.runLog(taskId)).toMatchObject([{ type: 'quarantined', code: 'invalid_lead' }]);
});

test("the sender's id of the event makes a retry, whatever else changed about the request", async () => {
  const { url, taskId } = await ingress.task({ input: { lead: { default_country: 'US' } } });
  const headers = { 'content-type': 'text/xml' };
  await send(url, { headers, body: message('a@acme.example', 'b@acme.example') });
  await send(url, { headers: { ...headers, 'idempotency-key': 'k' }, body: message('a@acme.example') });
  expect(await accepted(taskId)).toHaveLength(2);
});

test('the ids of two senders are not mixed up', async () => {
  const { url, taskId } = await ingress.task({ input: { lead: { required: ['email'] } } });
  const typeform = corpusFile('15-typeform-form-response');
  const { form_response } = JSON.parse(typeform.body_text) as { form_response: { token: string } };
  await send(url, { headers: typeform.headers, body: typeform.body_text });
  const graph = { id: form_response.token, field_data: [{ name: 'email', values: ['b@example.com'] }] };
  expect((await post(url, graph)).body['status']).toBe('accepted');
  expect((await accepted(taskId)).map(({ source }) => source)).toEqual(['typeform', 'meta']);
});

const lead = (email: string, id: string) => ({
  id,
  field_data: [
    { name: 'full_name', values: ['Ada Lovelace'] },
    { name: 'phone_number', values: ['+393331234567'] },
    { name: 'email', values: [email] },
  ],
});

test('among several leads a test lead is ignored by the policy of the task, and marked without one', async () => {
  const leads = [lead('test@meta.com', '1'), lead('ada@example.com', '2')];
  const ignoring = await ingress.task({ input: { test_leads: 'ignore' } });
  expect((await post(ignoring.url, leads)).body).toMatchObject({
    status: 'accepted',
    leads: [{ status: 'ignored' }, { status: 'accepted' }],
  });
  expect(await accepted(ignoring.taskId)).toMatchObject([
    { test: false, lead: { email: 'ada@example.com' } },
  ]);
  const running = await ingress.task({ input: { test_leads: 'preview' } });
  await post(running.url, leads);
  expect((await accepted(running.taskId)).map(({ test: marked }) => marked)).toEqual([true, false]);
});

test('a test lead that is ignored is not missed where it is not valid either', async () => {
  const { url, taskId } = await ingress.task({ input: { test_leads: 'ignore' } });
  const body = { field_data: [{ name: 'email', values: ['test@meta.com'] }] };
  expect(await post(url, body)).toMatchObject({ status: 200, body: { status: 'ignored' } });
  expect(await ingress.runLog(taskId)).toEqual([]);
});

test('a request of a known sender at a task that pins another is read as its own', async () => {
  const { url, taskId } = await ingress.task({ input: { source: 'generic' } });
  await post(url, { full_name: 'Mario', phone: '+393331234567', email: 'm@example.com' });
  expect(await accepted(taskId)).toMatchObject([{ source: 'generic' }]);
});
