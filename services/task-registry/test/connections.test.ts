import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Connection,
  ConnectionRecord,
  newConnectionId,
  validator,
  type Problem,
  type Task,
} from '@taskhook/contracts';
import { publishConnection } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { until } from '@taskhook/testing';
import { createVault } from '@taskhook/vault';
import { openStore } from '../src/store/store.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness({ environment: { READ_MODEL_CHECK_INTERVAL: '100ms' } });
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
  return vault.open(record?.sealed_access_token ?? '', id);
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
    expect(await published(body.id)).toMatchObject({ provider: 'meta', base_url: input.base_url });
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
    expect(await published(id)).toMatchObject({ base_url: null });
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
    await publishConnection(redis, keys, { ...right, base_url: 'https://elsewhere.example' });
    await until('the changed one', async () => (await published(id))?.base_url === null);
    const stray = newConnectionId();
    await publishConnection(redis, keys, { ...right, connection_id: stray });
    await until('the stray to go', async () => (await published(stray)) === null);
    expect(await published(id)).toEqual(right);
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
