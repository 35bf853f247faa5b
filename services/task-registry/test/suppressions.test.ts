import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem, Suppression, SuppressionImported, SuppressionRecord } from '@taskhook/contracts';
import { changeSuppressions, readSuppressions } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { testSettings, until } from '@taskhook/testing';
import { createAddressHasher } from '@taskhook/vault';
import { openStore } from '../src/store/store.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness({ environment: { READ_MODEL_CHECK_INTERVAL: '100ms' } });
});
afterAll(() => registry.close());

type Page = { items: Suppression[]; next_cursor: string | null };
const hasherOf = (key: string) => createAddressHasher(Buffer.from(key, 'base64'));
const idOf = (kind: 'phone' | 'email', address: string) =>
  hasherOf(registry.settings.secretKey).hash(kind, address);

async function published(id: string): Promise<SuppressionRecord | undefined> {
  return (await readSuppressions(registry.redis, registry.keys, [id])).records[0]?.record;
}

const lookUp = (query: string) => registry.call<Page>('GET', `/v1/suppressions?${query}`);

describe('a suppression', () => {
  it('is one per address, in its one form, and in Redis when the call is answered', async () => {
    const { status, body } = await registry.call<Page>('POST', '/v1/suppressions', {
      phone: '333 100 0001',
      email: ' Anna@Example.IT ',
      reason: 'complained',
      note: 'by phone',
    });
    expect(status).toBe(201);
    expect(body.items.map(({ kind, reason, origin, note }) => [kind, reason, origin, note])).toEqual([
      ['phone', 'complained', 'api', 'by phone'],
      ['email', 'complained', 'api', 'by phone'],
    ]);
    expect(body.items.map(({ id }) => id)).toEqual([
      idOf('phone', '+393331000001'),
      idOf('email', 'anna@example.it'),
    ]);
    expect(await published(idOf('phone', '+393331000001'))).toMatchObject({ active: true });
    const found = await lookUp('email=ANNA@example.it');
    expect(found.body.items).toEqual([body.items[1]]);
    expect((await lookUp('phone=%2B393331000009')).body.items).toEqual([]);
  });

  it('keeps the address nowhere', async () => {
    await registry.call('POST', '/v1/suppressions', { phone: '+393339876543', email: 'canary@example.it' });
    const store = await openStore(registry.settings.mongodbUrl, silentLogger);
    const held = [
      await store.suppressions.find().lean(),
      await registry.redis.hgetall(registry.keys.suppressions),
      (await lookUp('limit=200')).body,
    ];
    await store.close();
    expect(JSON.stringify(held)).not.toMatch(/canary|9876543/);
  });

  it('is lifted by its id or by its address, and can be entered again', async () => {
    const phone = '+393331000002';
    const id = idOf('phone', phone);
    const enter = () => registry.call('POST', '/v1/suppressions', { phone });
    await enter();
    expect((await registry.call('DELETE', `/v1/suppressions/${id}`)).status).toBe(204);
    expect(await published(id)).toMatchObject({ active: false });
    expect((await lookUp(`phone=${encodeURIComponent(phone)}`)).body.items).toEqual([]);
    expect((await registry.call('DELETE', `/v1/suppressions/${id}`)).status).toBe(404);
    await until('a later time', () => enter().then(async () => (await published(id))?.active === true));
    const byAddress = `/v1/suppressions?phone=${encodeURIComponent(phone)}`;
    expect((await registry.call('DELETE', byAddress)).status).toBe(204);
    expect((await registry.call('DELETE', byAddress)).status).toBe(404);
  });

  it.each([
    ['nobody', {}, 'phone'],
    ['a number that is none', { phone: '12' }, 'phone'],
    ['an e-mail address that is none', { email: 'anna' }, 'email'],
  ])('is refused for %s', async (_name, input, field) => {
    const { status, body } = await registry.call<Problem>('POST', '/v1/suppressions', input);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.field).toBe(field);
  });
});

describe('a list', () => {
  it('of six hundred goes in at once, and what cannot be read is told of', async () => {
    const items: { phone?: string; email?: string }[] = Array.from({ length: 600 }, (_, i) => ({
      phone: `+39333200${String(i).padStart(4, '0')}`,
    }));
    items.splice(7, 0, { email: 'nobody' }, {});
    items.push({ phone: '+393332000000' });
    const { status, body } = await registry.call<SuppressionImported>('POST', '/v1/suppressions/import', {
      items,
      reason: 'unsubscribed',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ suppressed: 600, invalid: [{ index: 7 }, { index: 8 }] });
    expect(await published(idOf('phone', '+393332000599'))).toMatchObject({ reason: 'unsubscribed' });
    const seen = new Set<string>();
    let cursor = '';
    do {
      const page = await lookUp(`limit=200${cursor}`);
      for (const { id } of page.body.items) seen.add(id);
      cursor = page.body.next_cursor === null ? '' : `&cursor=${page.body.next_cursor}`;
    } while (cursor !== '');
    expect(seen.size).toBeGreaterThanOrEqual(600);
  });
});

describe('the two stores', () => {
  it('a suppression that is gone from Redis comes back, and the list is said to be whole', async () => {
    const phone = '+393331000003';
    const id = idOf('phone', phone);
    await registry.call('POST', '/v1/suppressions', { phone });
    await registry.redis.del(registry.keys.suppressions);
    await until('the list', async () => (await published(id))?.active === true);
    const { complete } = await readSuppressions(registry.redis, registry.keys, [id]);
    expect(complete).toBe(true);
  });

  it('what a person asked for in Redis is kept in MongoDB, from the run log or from Redis alone', async () => {
    const record = { kind: 'phone', active: true, reason: 'opted_out', origin: 'stop_word' } as const;
    const [logged, unlogged] = ['+393331000004', '+393331000005'];
    const change = (phone: string) => ({ id: idOf('phone', phone), record: { ...record, at: Date.now() } });
    await changeSuppressions(registry.redis, registry.keys, [change(logged)], { runLog: true });
    await changeSuppressions(registry.redis, registry.keys, [change(unlogged)]);
    for (const phone of [logged, unlogged]) {
      const kept = await until(`${phone} to be kept`, async () => {
        return (await lookUp(`phone=${encodeURIComponent(phone)}`)).body.items[0];
      });
      expect(kept).toMatchObject({ origin: 'stop_word', reason: 'opted_out' });
    }
  });

  it('an older change that comes late changes nothing', async () => {
    const phone = '+393331000006';
    const id = idOf('phone', phone);
    await registry.call('POST', '/v1/suppressions', { phone, reason: 'bounced' });
    const old = { kind: 'phone', active: false, reason: 'other', origin: 'api', at: 1 } as const;
    await registry.log({ type: 'suppression', id, record: old });
    await changeSuppressions(registry.redis, registry.keys, [{ id, record: old }]);
    const later = '+393331000007';
    const record = { ...old, active: true, at: Date.now() };
    await registry.log({ type: 'suppression', id: idOf('phone', later), record });
    await until('what was logged after it', async () => {
      return (await lookUp(`phone=${encodeURIComponent(later)}`)).body.items.length === 1;
    });
    expect((await lookUp(`phone=${encodeURIComponent(phone)}`)).body.items[0]?.reason).toBe('bounced');
    expect(await published(id)).toMatchObject({ active: true, reason: 'bounced' });
  });
});

it('after the key was changed, what was suppressed under the old one is found and lifted', async () => {
  const settings = testSettings();
  const phone = '+393331000008';
  const before = await startHarness({ settings });
  await before.call('POST', '/v1/suppressions', { phone });
  await before.close();
  const rotated = await startHarness({
    settings: { ...settings, secretKey: Buffer.alloc(32, 7).toString('base64') },
    environment: { TASKHOOK_OLD_SECRET_KEYS: settings.secretKey },
  });
  const query = `/v1/suppressions?phone=${encodeURIComponent(phone)}`;
  const { body } = await rotated.call<Page>('GET', query);
  expect(body.items.map(({ id }) => id)).toEqual([hasherOf(settings.secretKey).hash('phone', phone)]);
  expect((await rotated.call('DELETE', query)).status).toBe(204);
  expect((await rotated.call<Page>('GET', query)).body.items).toEqual([]);
  await rotated.close();
});
