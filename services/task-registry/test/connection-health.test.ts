import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connection, validator, type Problem } from '@taskhook/contracts';
import { tellTarget } from '@taskhook/queue';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const isConnection = validator(Connection);
const works = {
  state: 'closed',
  since: null,
  failures: 0,
  last_error_code: null,
  next_probe_at: null,
};

const twilio = {
  name: 'Twilio',
  provider: 'twilio',
  account_sid: `AC${'a1'.repeat(16)}`,
  auth_token: 'token',
  from: '+15005550006',
};

async function connection(more: object = {}): Promise<Connection> {
  const { status, body } = await registry.call<Connection>('POST', '/v1/connections', { ...twilio, ...more });
  expect(status).toBe(201);
  return body;
}

/** What task-runner does after an attempt that failed. */
async function refused(id: string): Promise<void> {
  const report = { verdict: 'refused', code: 'connection_refused', pauseMs: 0 } as const;
  const policy = { failures: 5, windowMs: 60_000, pauseMs: 60_000, maxPauseMs: 60_000 };
  const target = { id, provider: 'twilio' };
  await tellTarget(registry.redis, registry.keys, target, 'run_1-0.0', report, policy);
}

const shown = async (id: string) =>
  (await registry.call<Connection>('GET', `/v1/connections/${id}`)).body.health;

describe('the health of a connection', () => {
  it('says that nothing has failed yet', async () => {
    const { id } = await connection();
    const { body } = await registry.call<Connection>('GET', `/v1/connections/${id}`);
    expect(isConnection(body)).toEqual({ ok: true, value: body });
    expect(body.health).toEqual(works);
  });

  it('says since when it fails, why, and when it is tried again', async () => {
    const { id } = await connection();
    const before = Date.now();
    await refused(id);
    const health = await shown(id);
    expect(health).toMatchObject({ state: 'open', failures: 1, last_error_code: 'connection_refused' });
    expect(Math.abs(Date.parse(health?.since ?? '') - before)).toBeLessThan(5_000);
    expect(Date.parse(health?.next_probe_at ?? '') - Date.parse(health?.since ?? '')).toBe(60_000);
  });

  it('is good again when a person says so', async () => {
    const { id } = await connection();
    await refused(id);
    const { status, body } = await registry.call<Connection>('POST', `/v1/connections/${id}/reset`);
    expect([status, body.health]).toEqual([200, works]);
    expect(await shown(id)).toEqual(works);
  });

  it('is good again when the connection was changed', async () => {
    const { id } = await connection();
    await refused(id);
    await registry.call('PATCH', `/v1/connections/${id}`, { auth_token: 'another' });
    expect(await shown(id)).toEqual(works);
  });

  it('cannot be reset for a connection that is not there', async () => {
    const { status, body } = await registry.call<Problem>(
      'POST',
      '/v1/connections/conn_01k9zq0c7d8e9f0g1h2j3k4m5n/reset',
    );
    expect([status, body.code]).toEqual([404, 'not_found']);
  });
});

describe('the limits of a connection', () => {
  it('are shown, changed and taken away', async () => {
    const limits = { rate: 100, per: '1s', burst: 5 };
    const { id, ...made } = await connection({ limits });
    expect(made['limits']).toEqual(limits);
    const changed = await registry.call<Connection>('PATCH', `/v1/connections/${id}`, {
      limits: { rate: 1 },
    });
    expect(changed.body['limits']).toEqual({ rate: 1 });
    const without = await registry.call<Connection>('PATCH', `/v1/connections/${id}`, { limits: null });
    expect(without.body).not.toHaveProperty('limits');
  });

  it.each([{ rate: 0 }, { rate: 1.5 }, { rate: 10, per: 'soon' }, { rate: 10, burst: 0 }, { burst: 3 }])(
    'are refused as %j',
    async (limits) => {
      const { status, body } = await registry.call<Problem>('POST', '/v1/connections', { ...twilio, limits });
      expect([status, body.code]).toEqual([400, 'invalid_request']);
    },
  );

  it('of a task are part of its revision, and can be taken away', async () => {
    const limits = { attempts: { rate: 10 }, per_host: { rate: 5 }, max_concurrency: 3 };
    const task = await registry.createTask({ limits });
    expect(task.limits).toEqual(limits);
    const { body } = await registry.call<typeof task>('PATCH', `/v1/tasks/${task.id}`, { limits: {} });
    expect(body.limits).toEqual({});
  });
});
