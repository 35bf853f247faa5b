import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  messageRef,
  newConnectionId,
  newRunId,
  stepJobId,
  type MessagePlace,
  type RunLogEvent,
  type StepJob,
  type TaskInput,
} from '@taskhook/contracts';
import {
  changeSuppressions,
  claimAttempt,
  createLeadQueues,
  isCancelled,
  keepUnknown,
  publishConnection,
  readReceipts,
  readSuppressions,
  rememberMessage,
} from '@taskhook/queue';
import { createAddressHasher, createSigner, createVault, VERIFY_TOKENS } from '@taskhook/vault';
import { runIngress, type RunningIngress } from './running-ingress.ts';

const PUBLIC = 'https://hooks.example';
const AUTH_TOKEN = 'twilio-token';
const APP_SECRET = 'meta-app-secret';
const PHONE = '+393331234567';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress(1, undefined, undefined, { environment: { PUBLIC_URL: PUBLIC } });
});
afterAll(() => ingress.close());

const key = () => Buffer.from(ingress.settings.secretKey, 'base64');
const phoneId = (phone = PHONE) => createAddressHasher(key()).hash('phone', phone);

async function connect(provider: 'twilio' | 'whatsapp', secrets: Record<string, string>) {
  const connection_id = newConnectionId();
  const settings =
    provider === 'twilio'
      ? { account_sid: `AC${'a1'.repeat(16)}`, from: '+15005550006' }
      : { phone_number_id: '106540352242922' };
  const sealed_secrets = createVault(key()).seal(JSON.stringify(secrets), connection_id);
  await publishConnection(ingress.redis, ingress.keys, { connection_id, provider, settings, sealed_secrets });
  return connection_id;
}

const twilio = () => connect('twilio', { auth_token: AUTH_TOKEN });
const whatsapp = () => connect('whatsapp', { access_token: 'EAAG', app_secret: APP_SECRET });
const local = (path: string) => `http://127.0.0.1:${ingress.ports[0]}${path}`;

/** A form as Twilio sends and signs it. */
function fromTwilio(id: string, form: Record<string, string>, query = '', token = AUTH_TOKEN) {
  const path = `/inbound/${id}${query}`;
  const fields = Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = `${PUBLIC}${path}${fields.flat().join('')}`;
  return fetch(local(path), {
    method: 'POST',
    headers: { 'x-twilio-signature': createHmac('sha1', token).update(text).digest('base64') },
    body: new URLSearchParams(form),
  });
}

/** A notification as the Cloud API sends and signs it. */
function fromMeta(id: string, value: object, secret = APP_SECRET) {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      { id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', ...value } }] },
    ],
  });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return fetch(local(`/inbound/${id}`), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    body,
  });
}

const preview = (id: string) => ({ id, channel: 'preview', message: { text: 'Ciao' } }) as const;

/** A run that has sent its first step to the phone, with the second waiting. */
async function conversation(options: { phone?: string; stop_on_reply?: boolean; waits?: boolean } = {}) {
  const { phone = PHONE, waits = true, ...more } = options;
  const input: Partial<TaskInput> = { steps: [preview('first'), preview('second')], ...more };
  const { taskId } = await ingress.task({ input });
  const run_id = newRunId();
  const place: MessagePlace = {
    run_id,
    task_id: taskId,
    revision: 1,
    step: 0,
    step_id: 'first',
    channel: 'sms',
    n: 1,
  };
  await claimAttempt(ingress.redis, ingress.keys, { place, addressId: phoneId(phone) });
  const job: StepJob = {
    run_id,
    task_id: taskId,
    revision: 1,
    step: 1,
    lead: { full_name: null, phone, email: null, extra_fields: {} },
    source: 'generic',
    test: false,
    received_at: Date.now(),
    attempts: 0,
    delivered: true,
  };
  const queues = createLeadQueues(ingress.redis, ingress.keys);
  if (waits) await queues.add([{ channel: 'preview', job, delayMs: 3_600_000 }]);
  const isWaiting = () => queues.has('preview', run_id, 1);
  return { taskId, run_id, place, job, queues, isWaiting };
}

async function eventsOf(taskId: string, type: RunLogEvent['type']) {
  return (await ingress.runLog(taskId)).filter((event) => event.type === type);
}

describe('who is asked', () => {
  test.each([
    ['Twilio', twilio, (id: string) => fromTwilio(id, { MessageSid: 'SM1' }, '', 'wrong')],
    ['Meta', whatsapp, (id: string) => fromMeta(id, {}, 'wrong')],
    ['nobody', twilio, (id: string) => fetch(local(`/inbound/${id}`), { method: 'POST', body: 'a=b' })],
  ])('a request that is not signed by %s is refused, and nothing of it is kept', async (_n, open, post) => {
    const id = await open();
    const keysHeld = async () => (await ingress.redis.keys(`*${ingress.settings.keyPrefix}*`)).toSorted();
    const before = await keysHeld();
    const answer = await post(id);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthorized' });
    expect(await keysHeld()).toEqual(before);
  });

  test('a WhatsApp connection without app_secret takes nothing', async () => {
    const id = await connect('whatsapp', { access_token: 'EAAG' });
    expect((await fromMeta(id, {}, '')).status).toBe(401);
  });

  test('a connection that is gone, or that tells of nothing, is not found', async () => {
    expect((await fromTwilio(newConnectionId(), { MessageSid: 'SM1' })).status).toBe(404);
    expect((await fromTwilio(await ingress.connection('meta'), { MessageSid: 'SM1' })).status).toBe(404);
  });

  test('Meta gets its challenge back with the verify token of the connection alone', async () => {
    const id = await whatsapp();
    const token = createSigner(VERIFY_TOKENS, key()).sign(id);
    const ask = (given: string) =>
      fetch(local(`/inbound/${id}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${given}`));
    const answer = await ask(token);
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
    expect((await ask('guessed')).status).toBe(401);
  });
});

describe('a receipt', () => {
  test('of Twilio is known by the attempt that its address names', async () => {
    const { run_id, place, taskId } = await conversation();
    const id = await twilio();
    const query = `?ref=${messageRef(place)}`;
    const answer = await fromTwilio(id, { MessageSid: 'SM1', MessageStatus: 'delivered' }, query);
    expect([answer.status, await answer.text()]).toEqual([200, '<Response></Response>']);
    await fromTwilio(id, { MessageSid: 'SM1', MessageStatus: 'sent' }, query);
    expect(await readReceipts(ingress.redis, ingress.keys, run_id)).toEqual({ first: 'delivered' });
    expect(await eventsOf(taskId, 'receipt')).toMatchObject([
      { ...place, status: 'delivered', code: null },
      { ...place, status: 'sent' },
    ]);
  });

  test('is known by the id of its message too, and brings the code of a failure', async () => {
    const { run_id, place, taskId } = await conversation();
    await rememberMessage(ingress.redis, ingress.keys, { provider: 'twilio', id: 'SM22' }, place);
    await fromTwilio(await twilio(), {
      MessageSid: 'SM22',
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
    });
    expect(await readReceipts(ingress.redis, ingress.keys, run_id)).toEqual({ first: 'failed' });
    expect(await eventsOf(taskId, 'receipt')).toMatchObject([{ status: 'failed', code: '30003' }]);
  });

  test('of WhatsApp is known by what was sent along with the message', async () => {
    const { run_id, place, taskId } = await conversation();
    const status = (name: string, more: object = {}) => ({
      id: 'wamid.HBgL',
      status: name,
      timestamp: '1700000000',
      recipient_id: '393331234567',
      biz_opaque_callback_data: messageRef(place),
      ...more,
    });
    const statuses = [status('read'), { nonsense: true }, status('failed', { errors: [{ code: 131026 }] })];
    expect((await fromMeta(await whatsapp(), { statuses })).status).toBe(200);
    expect(await readReceipts(ingress.redis, ingress.keys, run_id)).toEqual({ first: 'read' });
    expect(await eventsOf(taskId, 'receipt')).toMatchObject([
      { status: 'read', at: 1_700_000_000_000 },
      { status: 'failed', code: '131026' },
    ]);
  });

  test('of a message that is none of ours is answered and forgotten', async () => {
    const id = await twilio();
    expect((await fromTwilio(id, { MessageSid: 'SM404', MessageStatus: 'sent' })).status).toBe(200);
  });

  test('of an attempt that nobody knew the outcome of lets its run go on behind it, once', async () => {
    const { run_id, place, job, queues, taskId } = await conversation({ waits: false });
    const next = { ...job, step: 0, attempts: 1 };
    await keepUnknown(ingress, { place, job: next });
    const id = await twilio();
    const query = `?ref=${messageRef(place)}`;
    await fromTwilio(id, { MessageSid: 'SM3', MessageStatus: 'failed' }, query);
    expect(await queues.has('sms', run_id, 0)).toBe(false);
    await fromTwilio(id, { MessageSid: 'SM3', MessageStatus: 'sent' }, query);
    await fromTwilio(id, { MessageSid: 'SM3', MessageStatus: 'delivered' }, query);
    expect(await queues.has('sms', run_id, 0)).toBe(true);
    const { prefix, name } = ingress.keys.queue('sms');
    const data = await ingress.redis.hget(`${prefix}:${name}:${stepJobId(run_id, 0)}`, 'data');
    expect(JSON.parse(data ?? '{}')).toMatchObject({ run_id, attempts: 1, resolved: 'delivered' });
    expect(await eventsOf(taskId, 'resolved')).toMatchObject([
      { ...place, outcome: 'delivered', by: 'receipt' },
    ]);
  });
});

const sms = (text: string, from = PHONE) => ({
  MessageSid: `SM${text.length}${from.slice(-4)}`,
  SmsStatus: 'received',
  From: from,
  To: '+15005550006',
  Body: text,
});

describe('an answer', () => {
  test('ends the open run of the person, and is kept with it, once', async () => {
    const phone = '+393330000001';
    const { taskId, run_id, isWaiting } = await conversation({ phone });
    const id = await twilio();
    await fromTwilio(id, sms('Quanto costa?', phone));
    expect(await isWaiting()).toBe(false);
    expect(await isCancelled(ingress.redis, ingress.keys, run_id)).toBe(true);
    expect(await eventsOf(taskId, 'progress')).toMatchObject([
      { run_id, status: 'succeeded', reason: { code: 'replied' }, order: Number.MAX_SAFE_INTEGER },
    ]);
    await fromTwilio(id, sms('Quanto costa?', phone));
    const replies = await eventsOf(taskId, 'reply');
    expect(replies[0]).toMatchObject({ run_id, channel: 'sms', text: 'Quanto costa?' });
    expect(new Set(replies.map((event) => 'reply_id' in event && event.reply_id)).size).toBe(1);
    expect(await eventsOf(taskId, 'progress')).toHaveLength(1);
  });

  test('leaves a run alone whose task goes on, but is kept with it', async () => {
    const phone = '+393330000002';
    const { taskId, isWaiting } = await conversation({ phone, stop_on_reply: false });
    const message = { id: 'wamid.1', from: phone.slice(1), timestamp: '1700000000', type: 'text' };
    await fromMeta(await whatsapp(), { messages: [{ ...message, text: { body: 'Sì, grazie' } }] });
    expect(await isWaiting()).toBe(true);
    expect(await eventsOf(taskId, 'reply')).toMatchObject([{ channel: 'whatsapp', text: 'Sì, grazie' }]);
  });

  test('to a run that has ended is kept with it and changes nothing', async () => {
    const phone = '+393330000003';
    const { taskId, run_id } = await conversation({ phone, waits: false });
    await fromTwilio(await twilio(), sms('Grazie', phone));
    expect(await eventsOf(taskId, 'progress')).toEqual([]);
    expect(await eventsOf(taskId, 'reply')).toMatchObject([{ run_id, text: 'Grazie' }]);
  });

  test('of somebody unknown is answered and forgotten', async () => {
    expect((await fromTwilio(await twilio(), sms('Ciao', '+393330000009'))).status).toBe(200);
  });

  test('without end is kept up to a bound', async () => {
    const phone = '+393330000004';
    const { taskId } = await conversation({ phone, waits: false });
    const messages = Array.from({ length: 60 }, (_, i) => ({
      id: `wamid.${i}`,
      from: phone.slice(1),
      timestamp: '1700000000',
      type: 'text',
      text: { body: 'a'.repeat(5_000) },
    }));
    await fromMeta(await whatsapp(), { messages });
    const replies = await eventsOf(taskId, 'reply');
    expect(replies).toHaveLength(50);
    expect(JSON.stringify(replies[0]).length).toBeLessThan(4_500);
  });
});

describe('STOP', () => {
  const record = async (phone: string) =>
    (await readSuppressions(ingress.redis, ingress.keys, [phoneId(phone)])).records[0]?.record;

  test('suppresses the person and cancels the run, whatever its task says; START lifts it', async () => {
    const phone = '+393330000005';
    const { taskId, isWaiting } = await conversation({ phone, stop_on_reply: false });
    const id = await twilio();
    await fromTwilio(id, sms('Arrêt !', phone));
    expect(await record(phone)).toMatchObject({ active: true, origin: 'stop_word', reason: 'opted_out' });
    expect(await isWaiting()).toBe(false);
    expect(await eventsOf(taskId, 'progress')).toMatchObject([
      { status: 'cancelled', reason: { code: 'opted_out' } },
    ]);
    const logged = (await ingress.runLog()).filter((event) => event.type === 'suppression');
    expect(logged).toMatchObject([{ id: phoneId(phone), record: { active: true } }]);
    await fromTwilio(id, sms('START', phone));
    expect(await record(phone)).toMatchObject({ active: false });
  });

  test('of somebody whom no run has written to suppresses too', async () => {
    const phone = '+393330000006';
    await fromTwilio(await twilio(), sms('stop', phone));
    expect(await record(phone)).toMatchObject({ active: true });
  });

  test('that somebody has entered by hand is not lifted by START', async () => {
    const phone = '+393330000007';
    const byHand = { kind: 'phone', active: true, reason: 'requested', origin: 'api', at: 1 } as const;
    await changeSuppressions(ingress.redis, ingress.keys, [{ id: phoneId(phone), record: byHand }]);
    await fromTwilio(await twilio(), sms('START', phone));
    expect(await record(phone)).toMatchObject({ active: true });
  });

  test('leaves no number and no text in a key', async () => {
    await fromTwilio(await twilio(), sms('STOP', '+393338887776'));
    expect((await ingress.redis.keys('*')).join(' ')).not.toContain('8887776');
  });
});
