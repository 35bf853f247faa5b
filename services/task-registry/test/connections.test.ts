import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  Connection,
  ConnectionRecord,
  newConnectionId,
  openRecord,
  validator,
  type ConnectionTest,
  type Problem,
  type Task,
} from '@taskhook/contracts';
import { publishConnection } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { startReceiver, until } from '@taskhook/testing';
import { createVault } from '@taskhook/vault';
import { openStore } from '../src/store/store.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness({
    environment: { READ_MODEL_CHECK_INTERVAL: '100ms', TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8' },
  });
});
afterAll(() => registry.close());

const isConnection = validator(Connection);
const isRecord = validator(ConnectionRecord);
type Connections = { items: Connection[]; next_cursor: string | null };

async function published(id: string): Promise<ConnectionRecord | null> {
  const text = await registry.redis.hget(registry.keys.connections, id);
  if (text === null) return null;
  const result = isRecord(JSON.parse(text));
  if (!result.ok) throw new Error('the record is not valid');
  return result.value;
}

async function publishedToken(id: string): Promise<string> {
  const record = await published(id);
  const vault = createVault(Buffer.from(registry.settings.secretKey, 'base64'));
  const secrets = JSON.parse(vault.open(record?.sealed_secrets ?? '', id)) as { access_token: string };
  return secrets.access_token;
}

describe('a connection', () => {
  it('is kept without its token being shown, and published with it sealed', async () => {
    const input = {
      name: 'Pagina del corso',
      provider: 'meta',
      base_url: 'https://graph.example/api',
      access_token: ' EAAG-canary\n',
    };
    const { status, body } = await registry.call<Connection>('POST', '/v1/connections', input);
    expect(status).toBe(201);
    expect(isConnection(body)).toEqual({ ok: true, value: body });
    expect(body).toMatchObject({ name: input.name, provider: 'meta', base_url: input.base_url });
    const one = await registry.call('GET', `/v1/connections/${body.id}`);
    const all = await registry.call('GET', '/v1/connections');
    expect(one.body).toEqual(body);
    expect(JSON.stringify([body, one.body, all.body])).not.toMatch(/canary|access_token|v1\./);
    expect(await published(body.id)).toMatchObject({
      provider: 'meta',
      settings: { base_url: input.base_url },
    });
    expect(await publishedToken(body.id)).toBe('EAAG-canary');
    const store = await openStore(registry.settings.mongodbUrl, silentLogger);
    expect(JSON.stringify(await store.connections.find().lean())).not.toContain('canary');
    await store.close();
  });

  it('changes in what is given, and its new token counts at once', async () => {
    const { id } = await registry.createConnection({ base_url: 'https://graph.example' });
    const renewed = await registry.call<Connection>('PATCH', `/v1/connections/${id}`, {
      access_token: 'new',
    });
    expect([renewed.status, renewed.body.base_url]).toEqual([200, 'https://graph.example']);
    expect(await publishedToken(id)).toBe('new');
    const usual = await registry.call<Connection>('PATCH', `/v1/connections/${id}`, { base_url: null });
    expect(usual.body.base_url).toBeNull();
    expect((await published(id))?.settings).toEqual({});
    expect(await publishedToken(id)).toBe('new');
  });

  it('does not send its token to an address that the token was not given for', async () => {
    const { id } = await registry.createConnection({ base_url: 'https://graph.example' });
    const path = `/v1/connections/${id}`;
    const moved = await registry.call('PATCH', path, { base_url: 'https://elsewhere.example' });
    expect(moved).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'access_token', message: 'has to be given again with a new address' }] },
    });
    expect((await published(id))?.settings).toEqual({ base_url: 'https://graph.example' });
    const given = { base_url: 'https://elsewhere.example', access_token: 'new' };
    expect((await registry.call('PATCH', path, given)).status).toBe(200);
    expect((await registry.call('PATCH', path, { base_url: given.base_url, name: 'x' })).status).toBe(200);
    expect(await publishedToken(id)).toBe('new');
  });

  it('is listed newest first, in pages and by provider', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push((await registry.createConnection({ provider: 'zoho' })).id);
    const first = await registry.call<Connections>('GET', '/v1/connections?provider=zoho&limit=2');
    const next = `/v1/connections?provider=zoho&limit=2&cursor=${first.body.next_cursor}`;
    const second = await registry.call<Connections>('GET', next);
    const listed = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(listed)).toEqual(new Set(ids));
    expect(listed).toEqual(listed.toSorted().toReversed());
    expect(second.body.next_cursor).toBeNull();
  });

  it('is refused while a task names it, and forgotten when none does', async () => {
    const { id } = await registry.createConnection();
    const task = await registry.createTask({ source_connection: id });
    const used = await registry.call<Problem>('DELETE', `/v1/connections/${id}`);
    expect([used.status, used.body.code]).toEqual([409, 'conflict']);
    expect(used.body.detail).toContain(task.id);
    const freed = await registry.call<Task>('PATCH', `/v1/tasks/${task.id}`, { source_connection: null });
    expect(freed.body).not.toHaveProperty('source_connection');
    expect((await registry.call('DELETE', `/v1/connections/${id}`)).status).toBe(204);
    expect(await published(id)).toBeNull();
    expect((await registry.call('GET', `/v1/connections/${id}`)).status).toBe(404);
  });

  it('is forgotten though a deleted task named it', async () => {
    const { id } = await registry.createConnection();
    const task = await registry.createTask({ source_connection: id });
    await registry.call('DELETE', `/v1/tasks/${task.id}`);
    expect((await registry.call('DELETE', `/v1/connections/${id}`)).status).toBe(204);
  });

  it('is repaired in the read model where it is missing, changed or nobody knows it', async () => {
    const { redis, keys } = registry;
    const { id } = await registry.createConnection();
    const right = await published(id);
    await redis.hdel(keys.connections, id);
    await until('the missing one', () => published(id));
    if (right === null) throw new Error('it was not published');
    await publishConnection(redis, keys, { ...right, settings: { base_url: 'https://elsewhere.example' } });
    await until('the changed one', async () => (await published(id))?.settings['base_url'] === undefined);
    const stray = newConnectionId();
    await publishConnection(redis, keys, { ...right, connection_id: stray });
    await until('the stray to go', async () => (await published(stray)) === null);
    expect(await published(id)).toEqual(right);
  });
});

const ACCOUNT = `AC${'0'.repeat(32)}`;
const smtp = {
  name: 'Posta',
  provider: 'smtp',
  host: '127.0.0.1',
  port: 25,
  security: 'none',
  from: 'a@x.it',
};
const twilio = { name: 'SMS', provider: 'twilio', account_sid: ACCOUNT, auth_token: 't', from: 'Corso' };
const gateway = {
  name: 'Gateway',
  provider: 'sms-http',
  url: 'https://sms.example/send?to={{to | url_encode}}',
  headers: { authorization: 'Bearer {{secrets.key}}' },
  body: { text: '{{text}}', ref: '{{id}}' },
  secrets: { key: 'canary-key' },
};
const whatsapp = {
  name: 'WA',
  provider: 'whatsapp',
  phone_number_id: '106540352242922',
  access_token: 'canary',
};

async function create(input: object): Promise<Connection> {
  const { status, body } = await registry.call<Connection>('POST', '/v1/connections', input);
  expect({ status, body }).toMatchObject({ status: 201 });
  expect(isConnection(body)).toEqual({ ok: true, value: body });
  return body;
}

async function opened(id: string): Promise<unknown> {
  const record = await published(id);
  const vault = createVault(Buffer.from(registry.settings.secretKey, 'base64'));
  return record === null ? null : openRecord(record, vault);
}

describe('a connection that sends', () => {
  it.each([
    ['smtp', { ...smtp, username: 'u', password: 'canary-password' }],
    ['twilio', { ...twilio, auth_token: 'canary-token' }],
    ['sms-http', gateway],
    ['whatsapp', { ...whatsapp, app_secret: 'canary-secret' }],
  ])('to %s shows all but its secrets, which the runner can open', async (_provider, input) => {
    const { id } = await create(input);
    const shown = await registry.call('GET', `/v1/connections/${id}`);
    expect(JSON.stringify(shown.body)).not.toMatch(/canary/);
    const { name: _name, ...settings } = input;
    expect(await opened(id)).toEqual(settings);
    expect(JSON.stringify(await published(id))).not.toMatch(/canary/);
  });

  it('keeps the secrets that a change does not give, and loses those that are taken away', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    const private_key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const dkim = { domain: 'x.it', selector: 'one', private_key };
    const { id, ...shown } = await create({ ...smtp, username: 'u', password: 'p', dkim });
    expect(shown['dkim']).toEqual({ domain: 'x.it', selector: 'one' });
    const path = `/v1/connections/${id}`;
    await registry.call('PATCH', path, { port: 2525, dkim: { domain: 'x.it', selector: 'two' } });
    expect(await opened(id)).toMatchObject({
      port: 2525,
      password: 'p',
      dkim: { selector: 'two', private_key: private_key.trim() },
    });
    const patch = { username: null, password: null, dkim: null };
    expect((await registry.call('PATCH', path, patch)).status).toBe(200);
    const { name: _name, ...settings } = smtp;
    expect(await opened(id)).toEqual({ ...settings, port: 2525 });
  });

  it.each<[string, object, string]>([
    ['a password without a user name', { ...smtp, password: 'x' }, 'username'],
    ['a sender that starts a header', { ...smtp, from: 'a@x.it\nBcc: b@x.it' }, 'from'],
    ['two senders', { ...smtp, from: 'a@x.it, b@x.it' }, 'from'],
    [
      'a key that cannot sign',
      { ...smtp, dkim: { domain: 'x.it', selector: 's', private_key: 'x' } },
      'dkim.private_key',
    ],
    ['members of another provider', { ...smtp, account_sid: ACCOUNT }, 'account_sid'],
    ['no sender', { ...twilio, from: undefined }, 'from'],
    ['an account that is none', { ...twilio, account_sid: 'AC1' }, 'account_sid'],
    ['a template that does not parse', { ...gateway, body: { text: '{{text' } }, 'body.text'],
    ['a host that a lead could choose', { ...gateway, url: 'https://{{to}}.example/' }, 'url'],
    ['a header of ours', { ...gateway, headers: { host: 'x' } }, 'headers.host'],
  ])('is refused with %s', async (_what, input, field) => {
    const { status, body } = await registry.call<Problem>('POST', '/v1/connections', input);
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([400, 'invalid_request', field]);
  });
});

describe('the test of a connection', () => {
  const test = async (id: string) =>
    (await registry.call<ConnectionTest>('POST', `/v1/connections/${id}/test`)).body;

  it('calls the provider with its credentials, and tells what came of it', async () => {
    const receiver = await startReceiver();
    onTestFinished(() => receiver.close());
    const account = await create({ ...twilio, base_url: receiver.url });
    const number = await create({ ...whatsapp, base_url: receiver.url });
    const refused = await create({ ...whatsapp, base_url: receiver.url });
    expect(await test(account.id)).toEqual({ ok: true, detail: 'Twilio takes the credentials.' });
    expect(await test(number.id)).toMatchObject({ ok: true });
    receiver.next({ status: 401, body: '{"error":{"message":"canary"}}' });
    expect(await test(refused.id)).toEqual({
      ok: false,
      detail: 'WhatsApp does not take the credentials (401).',
    });
    expect(receiver.requests.map(({ path, headers }) => [path, headers['authorization']])).toEqual([
      [`/2010-04-01/Accounts/${ACCOUNT}.json`, `Basic ${Buffer.from(`${ACCOUNT}:t`).toString('base64')}`],
      ['/v25.0/106540352242922?fields=id', 'Bearer canary'],
      ['/v25.0/106540352242922?fields=id', 'Bearer canary'],
    ]);
  });

  it('does not call addresses that the platform may not reach', async () => {
    const { id } = await create({ ...whatsapp, base_url: 'http://10.0.0.1' });
    expect(await test(id)).toMatchObject({ ok: false, detail: expect.stringContaining('not public') });
    const mail = await create({ ...smtp, host: '10.0.0.1' });
    expect(await test(mail.id)).toMatchObject({ ok: false, detail: expect.stringContaining('not public') });
  });

  it('tells of a mail server that is not there', async () => {
    const { id } = await create({ ...smtp, port: 1 });
    expect(await test(id)).toEqual({
      ok: false,
      detail: 'The receiver refused the connection (ECONNREFUSED).',
    });
  });
});

describe('what is no connection is refused', () => {
  const valid = { name: 'x', provider: 'meta', access_token: 'x' };
  it.each<[string, object, string]>([
    ['without a token', { access_token: undefined }, 'access_token'],
    ['of another provider', { provider: 'myspace' }, 'provider'],
    ['with a token of two lines', { access_token: 'a\nb' }, 'access_token'],
    ['with a password in its address', { base_url: 'https://a:b@graph.example' }, 'base_url'],
    ['with a query in its address', { base_url: 'https://graph.example/?a=b' }, 'base_url'],
  ])('%s', async (_what, part, field) => {
    const { status, body } = await registry.call<Problem>('POST', '/v1/connections', { ...valid, ...part });
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([400, 'invalid_request', field]);
  });

  it.each([
    ['base_url', { base_url: 'ftp://graph.example' }],
    ['a change of nothing', {}],
    ['a change of its provider', { provider: 'zoho' }],
  ])('%s', async (_what, patch) => {
    const { id } = await registry.createConnection();
    expect((await registry.call('PATCH', `/v1/connections/${id}`, patch)).status).toBe(400);
  });

  it('under an id that nothing has', async () => {
    const path = `/v1/connections/${newConnectionId()}`;
    expect((await registry.call('GET', path)).status).toBe(404);
    expect((await registry.call('PATCH', path, { name: 'x' })).status).toBe(404);
    expect((await registry.call('DELETE', path)).status).toBe(404);
  });
});

describe('a task that names a connection', () => {
  it('is refused where there is none', async () => {
    const input = { name: 'x', source_connection: newConnectionId() };
    const { status, body } = await registry.call<Problem>('POST', '/v1/tasks', input);
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([422, 'invalid_task', 'source_connection']);
  });

  it('is refused where it takes the leads of another sender', async () => {
    const { id } = await registry.createConnection({ provider: 'meta' });
    const input = { name: 'x', source: 'hubspot', source_connection: id };
    const { status, body } = await registry.call<Problem>('POST', '/v1/tasks', input);
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'source_connection']);
    expect(body.detail).toContain('Facebook Lead Ads');
    expect((await registry.call('POST', '/v1/tasks', { ...input, source: 'meta' })).status).toBe(201);
  });
});

describe('a step that names a connection', () => {
  const step = (channel: 'email' | 'sms' | 'whatsapp', connection: string) =>
    ({ id: 'a', channel, connection, message: { subject: 'Ciao', text: 'Ciao' } }) as const;
  const sms = (connection: string) => ({ ...step('sms', connection), message: { text: 'Ciao' } });
  const save = (steps: object[]) =>
    registry.call<Partial<Omit<Problem, 'status'> & Pick<Task, 'id'>>>('POST', '/v1/tasks', {
      name: 'x',
      steps,
    });

  it.each<[string, () => Promise<string>, string]>([
    ['is none', async () => newConnectionId(), 'is not the id'],
    ['is one to something else', async () => (await create(smtp)).id, 'needs Twilio or an SMS gateway'],
  ])('is refused where it %s', async (_what, connection, words) => {
    const { status, body } = await save([sms(await connection())]);
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([422, 'invalid_task', 'steps.0.connection']);
    expect(body.errors?.[0]?.message).toContain(words);
  });

  it('is saved where it fits, and keeps the connection from being deleted', async () => {
    const [mail, gate] = [await create(smtp), await create(gateway)];
    const { status, body } = await save([step('email', mail.id), { ...sms(gate.id), id: 'b' }]);
    expect({ status, body }).toMatchObject({ status: 201 });
    for (const { id } of [mail, gate]) {
      expect((await registry.call('DELETE', `/v1/connections/${id}`)).status).toBe(409);
    }
    await registry.call('PATCH', `/v1/tasks/${body.id}`, { steps: [step('email', mail.id)] });
    expect((await registry.call('DELETE', `/v1/connections/${gate.id}`)).status).toBe(204);
  });

  it('is not one from which leads are fetched, nor the other way round', async () => {
    const { id } = await create(whatsapp);
    const { body } = await registry.call<Problem>('POST', '/v1/tasks', { name: 'x', source_connection: id });
    expect(body.errors?.[0]?.message).toContain('from which no leads are fetched');
    const leads = await registry.createConnection();
    const { status } = await save([{ ...step('whatsapp', leads.id), message: { text: 'Ciao' } }]);
    expect(status).toBe(422);
  });
});
