import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Run, Sample, Task } from '@taskhook/contracts';
import { startReceiver, until, type Receiver } from '@taskhook/testing';
import { send } from '../../services/ingress/test/send.ts';
import { startStack, type Stack } from './stack.ts';

let stack: Stack;
let graph: Receiver;
beforeAll(async () => {
  graph = await startReceiver();
  stack = await startStack();
});
afterAll(async () => {
  await stack.close();
  await graph.close();
});

const APP_SECRET = 'meta-app-secret';
const auth = { type: 'hmac', preset: 'meta', secrets: [APP_SECRET], verify_token: 'primavera' } as const;

const fieldData = [
  { name: 'full_name', values: ['Giulia Bianchi'] },
  { name: 'phone_number', values: ['+393331234567'] },
  { name: 'email', values: ['giulia@example.it'] },
  { name: 'quale_corso?', values: ['Marketing'] },
];

/** What Meta posts for a new lead: ids alone, signed. */
function notification(leadgenId: string): { body: string; headers: Record<string, string> } {
  const value = { leadgen_id: leadgenId, form_id: '793235552660000', page_id: '724302907610000' };
  const changes = [{ field: 'leadgen', value }];
  const body = JSON.stringify({ object: 'page', entry: [{ id: '724302907610000', time: 1, changes }] });
  const signature = createHmac('sha256', APP_SECRET).update(body).digest('hex');
  return { body, headers: { 'x-hub-signature-256': `sha256=${signature}` } };
}

const lead = (id: string) => ({ status: 200, body: JSON.stringify({ id, field_data: fieldData }) });
const tokenExpired = {
  status: 400,
  body: JSON.stringify({ error: { message: 'Session has expired', type: 'OAuthException', code: 190 } }),
};

async function connect(accessToken: string): Promise<Connection> {
  const input = { name: 'Pagina', provider: 'meta', base_url: graph.url, access_token: accessToken };
  const { status, body } = await stack.api<Connection>('POST', '/v1/connections', input);
  expect([status, JSON.stringify(body).includes(accessToken)]).toEqual([201, false]);
  return body;
}

async function metaTask(connection?: Connection): Promise<Task> {
  const source = connection === undefined ? {} : { source_connection: connection.id };
  return stack.createTask({ name: 'Meta', auth: { ...auth, secrets: [APP_SECRET] }, ...source });
}

test('a notification of ids alone becomes a run with the lead that was fetched', async () => {
  const task = await metaTask(await connect('page-token-1'));
  graph.next(lead('1001'));
  const { body, headers } = notification('1001');
  const answer = await stack.send(task, body, headers);
  expect(answer).toMatchObject({ status: 200, body: { status: 'accepted' } });
  const run = await stack.runIn(answer.body.leads[0]?.run_id ?? '', 'succeeded');
  expect(run).toMatchObject({
    source: 'meta',
    lead: { full_name: 'Giulia Bianchi', phone: '+393331234567', email: 'giulia@example.it' },
    steps: [{ rendered: { text: 'Ciao Giulia Bianchi!' } }],
  });
  expect(run.lead?.extra_fields).toMatchObject({ 'quale_corso?': 'Marketing' });
  expect(graph.requests.at(-1)?.headers['authorization']).toBe('Bearer page-token-1');
  const again = await stack.send(task, body, headers);
  expect(again.body).toMatchObject({ status: 'duplicate', leads: [{ run_id: run.id }] });
});

test('an expired token ends the run with plain words, and a replay with a new one mends it', async () => {
  const connection = await connect('page-token-old');
  const task = await metaTask(connection);
  graph.next(tokenExpired);
  const { body, headers } = notification('1002');
  const answer = await stack.send(task, body, headers);
  const failed = await stack.runIn(answer.body.leads[0]?.run_id ?? '', 'failed');
  expect(failed.reason).toMatchObject({ code: 'connection_refused' });
  expect(failed.reason?.message).toContain(connection.id);
  await stack.api('PATCH', `/v1/connections/${connection.id}`, { access_token: 'page-token-new' });
  graph.next(lead('1002'));
  const replay = await stack.api<{ run_id: string }>('POST', `/v1/runs/${failed.id}/replay`);
  const run = await stack.runIn(replay.body.run_id, 'succeeded');
  expect(run.lead?.full_name).toBe('Giulia Bianchi');
  expect(graph.requests.at(-1)?.headers['authorization']).toBe('Bearer page-token-new');
});

test('without a connection the notification waits in quarantine, and is fetched when there is one', async () => {
  const task = await metaTask();
  const { body, headers } = notification('1003');
  const answer = await stack.send(task, body, headers);
  expect(answer).toMatchObject({ status: 200, body: { status: 'quarantined' } });
  const path = `/v1/quarantine/${answer.body.leads[0]?.quarantine_id}`;
  const entry = await until('the entry', async () => {
    const kept = await stack.api<{ code: string; detail: string }>('GET', path);
    return kept.status === 200 && kept.body;
  });
  expect(entry).toMatchObject({ code: 'connection_missing' });
  expect(entry.detail).toContain('connection');
  const connection = await connect('page-token-3');
  await stack.api('PATCH', `/v1/tasks/${task.id}`, { source_connection: connection.id });
  graph.next(lead('1003'));
  const replayed = await stack.api<{ run_ids: string[] }>('POST', `${path}/replay`);
  await stack.runIn(replayed.body.run_ids[0] ?? '', 'succeeded');
});

test('a signature of somebody else is refused, and secrets are never shown again', async () => {
  const task = await metaTask();
  expect(JSON.stringify(task)).not.toContain(APP_SECRET);
  const { body } = notification('1004');
  const forged = await stack.send(task, body, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` });
  expect(forged).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
  const runs = await stack.api<{ items: Run[] }>('GET', `/v1/runs?task_id=${task.id}`);
  expect(runs.body.items).toEqual([]);
});

test('the address is verified with its token, and with no other', async () => {
  const task = await metaTask();
  const verify = (token: string) =>
    fetch(`${task.webhook.url}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
  const right = await verify('primavera');
  expect([right.status, await right.text()]).toEqual([200, '1158201444']);
  expect((await verify('autunno')).status).toBe(403);
});

test('a form in Italian is caught as a sample with reasons, mapped by its fields, and sent on', async () => {
  const task = await stack.createTask({ name: 'Modulo', form: { redirect_hosts: ['www.example.it'] } });
  await stack.api('POST', `/v1/tasks/${task.id}/samples/listen`);
  const form = new URLSearchParams({
    nome: 'Giulia',
    cognome: 'Bianchi',
    cellulare: '333 123 4567',
    posta: 'giulia@example.it',
    _next: 'https://www.example.it/grazie',
    _gotcha: '',
  });
  // As a browser posts it: without the headers by which fetch() is told.
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const post = () => send(task.webhook.url, { headers, body: form.toString() });
  const samples = async (): Promise<Sample[]> =>
    (await stack.api<{ items: Sample[] }>('GET', `/v1/tasks/${task.id}/samples`)).body.items;
  const [sample] = await until('a sample', async () => {
    const answer = await post();
    expect([answer.status, answer.headers['location']]).toEqual([303, 'https://www.example.it/grazie']);
    const caught = await samples();
    return caught.length > 0 && caught;
  });
  expect(sample).toMatchObject({
    source: 'form',
    lead: { full_name: 'Giulia Bianchi', phone: '+393331234567', email: 'giulia@example.it' },
    detected: { full_name: { paths: ['nome', 'cognome'] }, phone: { paths: ['cellulare'] } },
  });
});
