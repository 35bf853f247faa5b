import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@taskhook/contracts';
import type { SessionView } from '../src/sessions/session-view.ts';
import { startHarness, type Answer, type Harness } from './harness.ts';

let registry: Harness;
let base: string;
beforeAll(async () => {
  registry = await startHarness();
  base = baseOf(registry);
});
afterAll(() => registry.close());

const baseOf = ({ service }: Harness) => `http://127.0.0.1:${service.port}`;
const ownPage = { 'x-taskhook-console': '1' };

interface Options {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  at?: string;
}

async function send<T = Problem>(
  path: string,
  { method = 'GET', headers = {}, body, at = base }: Options,
): Promise<Answer<T>> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${at}${path}`, { method, headers, ...content });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? {} : JSON.parse(text)) as T,
  };
}

const signIn = (credentials: unknown, headers: Record<string, string> = ownPage, at = base) =>
  send<SessionView & Problem>('/v1/session', { method: 'POST', headers, body: credentials, at });

async function cookieOfSession(harness = registry): Promise<string> {
  const { headers } = await signIn({ key: harness.settings.adminKey }, ownPage, baseOf(harness));
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('signing in with the key', () => {
  it('sets a cookie that scripts and other sites cannot use, and tells until when', async () => {
    const { status, headers, body } = await signIn({ key: registry.settings.adminKey });
    expect(status).toBe(201);
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^taskhook_session=[\w-]{43}; /);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    expect(body).toMatchObject({ by: 'session', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(Date.parse(body.expires_at ?? '')).toBeGreaterThan(Date.now());
  });

  it('gives a cookie with which everything can be read, and who is signed in can be asked', async () => {
    const headers = { cookie: await cookieOfSession() };
    expect((await send('/v1/tasks', { headers })).status).toBe(200);
    const { body } = await send<SessionView>('/v1/session', { headers });
    expect(body.by).toBe('session');
    expect(Date.parse(body.idle_expires_at ?? '')).toBeLessThanOrEqual(Date.parse(body.expires_at ?? ''));
  });

  it('keeps nothing in Redis that would sign in', async () => {
    const token = (await cookieOfSession()).split('=')[1] ?? '';
    const all = await registry.redis.keys(`${registry.settings.keyPrefix}:session:*`);
    expect(all.length).toBeGreaterThan(0);
    expect(all.join()).not.toContain(token);
  });

  it.each([
    ['another key', { key: 'not-the-admin-key' }, 401, 'unauthorized'],
    ['nothing', {}, 400, 'invalid_request'],
    ['two things', { key: 'a', link_token: 'b' }, 400, 'invalid_request'],
    ['a link that was never made', { link_token: 'x'.repeat(43) }, 401, 'unauthorized'],
  ])('is refused with %s, and sets no cookie', async (_what, credentials, status, code) => {
    const answer = await signIn(credentials);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['without the header of the console', {}],
    ['from a page of another site', { ...ownPage, origin: 'https://evil.example' }],
    ['where the browser says that it is cross-site', { ...ownPage, 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_what, headers) => {
    const answer = await signIn({ key: registry.settings.adminKey }, headers);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });
});

describe('a session', () => {
  it('is ended by signing out, for whoever has its cookie', async () => {
    const cookie = await cookieOfSession();
    const out = await send('/v1/session', { method: 'DELETE', headers: { cookie, ...ownPage } });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^taskhook_session=; Max-Age=0/);
    const after = await send('/v1/tasks', { headers: { cookie } });
    expect([after.status, after.body.code]).toEqual([401, 'unauthorized']);
  });

  it.each([
    ['without the header of the console', {}],
    ['from another origin', { ...ownPage, origin: 'https://evil.example' }],
    ['from no origin', { ...ownPage, origin: 'null' }],
    ['from another site', { ...ownPage, 'sec-fetch-site': 'cross-site' }],
    ['from another host of the same site', { ...ownPage, 'sec-fetch-site': 'same-site' }],
  ])('changes nothing %s', async (_what, headers) => {
    const cookie = await cookieOfSession();
    const answer = await send('/v1/tasks', {
      method: 'POST',
      headers: { cookie, ...headers },
      body: { name: 'Forged' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    const { body } = await send<{ items: { name: string }[] }>('/v1/tasks', { headers: { cookie } });
    expect(body.items.map(({ name }) => name)).not.toContain('Forged');
  });

  it('changes things from the pages of the console', async () => {
    const cookie = await cookieOfSession();
    const headers = { cookie, ...ownPage, origin: base, 'sec-fetch-site': 'same-origin' };
    const { status } = await send('/v1/tasks', { method: 'POST', headers, body: { name: 'Mine' } });
    expect(status).toBe(201);
  });

  it('is asked for nothing where the key comes along', async () => {
    const headers = { cookie: 'taskhook_session=x', authorization: `Bearer ${registry.settings.adminKey}` };
    const { status, body } = await send<SessionView>('/v1/session', { headers });
    expect([status, body.by]).toEqual([200, 'key']);
  });

  it('is known to another replica, and outlives a restart, but not another key', async () => {
    const first = await startHarness();
    const { settings } = first;
    const cookie = await cookieOfSession(first);
    const second = await startHarness({ settings });
    expect((await send('/v1/tasks', { headers: { cookie }, at: baseOf(second) })).status).toBe(200);
    await Promise.all([first.close(), second.close()]);
    const third = await startHarness({ settings: { ...settings, adminKey: 'another-admin-key' } });
    expect((await send('/v1/tasks', { headers: { cookie }, at: baseOf(third) })).status).toBe(401);
    await third.close();
  });

  it('ends when it is not used, and in any case, and is sent over TLS only behind an https address', async () => {
    const harness = await startHarness({
      environment: {
        SESSION_IDLE_TIMEOUT: '400ms',
        SESSION_MAX_AGE: '1h',
        CONSOLE_URL: 'https://taskhook.example',
      },
    });
    const at = baseOf(harness);
    const { headers } = await signIn({ key: harness.settings.adminKey }, ownPage, at);
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toContain('Secure');
    const used = { cookie: cookie.split(';')[0] ?? '' };
    const behindProxy = { ...used, ...ownPage, origin: 'https://taskhook.example' };
    const made = await send('/v1/tasks', { method: 'POST', headers: behindProxy, body: { name: 'A' }, at });
    expect(made.status).toBe(201);
    await expect
      .poll(async () => (await send('/v1/tasks', { headers: used, at })).status, {
        interval: 600,
        timeout: 10_000,
      })
      .toBe(401);
    await harness.close();
  });
});

describe('a sign-in link', () => {
  it('signs in once', async () => {
    const { status, body } = await registry.call<{ path: string; token: string; expires_at: string }>(
      'POST',
      '/v1/session/links',
    );
    expect([status, body.path]).toEqual([201, `/sign-in?token=${body.token}`]);
    expect(Date.parse(body.expires_at) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
    const answers = await Promise.all([1, 2, 3].map(() => signIn({ link_token: body.token })));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 401, 401]);
  });

  it('is made for the key, not for a session', async () => {
    const headers = { cookie: await cookieOfSession(), ...ownPage };
    const { status, body } = await send('/v1/session/links', { method: 'POST', headers });
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });
});

describe('wrong keys', () => {
  it('make their address wait, by both ways in, while sessions go on', async () => {
    const harness = await startHarness({ environment: { TRUSTED_PROXIES: '127.0.0.0/8' } });
    const at = baseOf(harness);
    const from = { ...ownPage, 'x-forwarded-for': '203.0.113.7' };
    const cookie = await cookieOfSession(harness);
    const answers = [];
    for (let i = 0; i < 21; i += 1) answers.push(await signIn({ key: `wrong-${i}` }, from, at));
    expect(answers.slice(0, 20).every(({ status }) => status === 401)).toBe(true);
    expect(answers[20]?.status).toBe(429);
    expect(Number(answers[20]?.headers.get('retry-after'))).toBeGreaterThan(0);
    const { adminKey } = harness.settings;
    expect((await signIn({ key: adminKey }, from, at)).status).toBe(429);
    const bearer = { authorization: `Bearer ${adminKey}`, 'x-forwarded-for': '203.0.113.7' };
    expect((await send('/v1/tasks', { headers: bearer, at })).status).toBe(429);
    expect((await send('/v1/tasks', { headers: { ...from, cookie }, at })).status).toBe(200);
    expect((await signIn({ key: adminKey }, { ...from, 'x-forwarded-for': '203.0.113.8' }, at)).status).toBe(
      201,
    );
    await harness.close();
  });
});
