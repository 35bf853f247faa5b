import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits, Task, validator, type Problem, type TaskRecord } from '@taskhook/contracts';
import { createVault } from '@taskhook/vault';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const isTask = validator(Task);

async function published(task: Task) {
  const { redis, keys } = registry;
  const record = JSON.parse((await redis.hget(keys.tasks, task.id)) ?? 'null') as TaskRecord | null;
  const webhook = JSON.parse((await redis.hget(keys.webhooks, task.webhook.token)) ?? 'null') as {
    task_id: string;
    expires_at: number | null;
  } | null;
  return { record, webhook };
}

describe('making a task', () => {
  it('keeps the window of a task and of its steps, and null takes the first away', async () => {
    const window = { from: '09:00', to: '19:00', zone: { from: 'phone', fallback: 'Europe/Rome' } } as const;
    const steps = [{ id: 'a', channel: 'preview', window: null, message: { text: 'x' } }] as const;
    const task = await registry.createTask({ window, steps: [...steps] });
    expect(task).toMatchObject({ window, steps: [{ window: null }] });
    const { body } = await registry.call<Task>('PATCH', `/v1/tasks/${task.id}`, { window: null });
    expect(body).not.toHaveProperty('window');
  });

  it('refuses times that cannot be, and steps that are not there, with their place', async () => {
    const { status, body } = await registry.call<Problem>('POST', '/v1/tasks', {
      name: 'Corso',
      window: { from: '09:00', to: '19:00', zone: 'Europe/Roma' },
      steps: [
        { id: 'a', channel: 'preview', message: { text: 'x' } },
        { id: 'b', channel: 'preview', when: 'steps.c.delivered', message: { text: 'x' } },
      ],
    });
    expect([status, body.code]).toEqual([422, 'invalid_task']);
    expect(body.errors).toMatchObject([
      { field: 'window.zone' },
      { field: 'steps.1.when', line: 1, column: 1 },
    ]);
  });

  it('needs a name only, and gives a webhook and a signing secret', async () => {
    const { status, body } = await registry.call<Task>('POST', '/v1/tasks', { name: 'Corso' });
    expect(status).toBe(201);
    expect(isTask(body)).toEqual({ ok: true, value: body });
    expect(body.steps).toHaveLength(1);
    expect(body.signing_secret).toMatch(/^whsec_/);
    expect(body.webhook.url).toBe(`http://127.0.0.1:8080/w/${body.webhook.token}`);
  });

  it('takes a limit for its webhook, which null takes away again, and no window below a second', async () => {
    const intake_limit = { requests: 30, per: '1s' };
    const { id, ...task } = await registry.createTask({ intake_limit });
    expect(task.intake_limit).toEqual(intake_limit);
    const change = (limit: unknown) =>
      registry.call<Partial<Task>>('PATCH', `/v1/tasks/${id}`, { intake_limit: limit });
    expect((await change({ requests: 30, per: '100ms' })).status).toBe(400);
    expect((await change({ requests: 0, per: '1s' })).status).toBe(400);
    expect((await change(null)).body).not.toHaveProperty('intake_limit');
  });

  it('publishes the task, its revision, its address and its sealed secret', async () => {
    const task = await registry.createTask();
    const { redis, keys, settings } = registry;
    const { record, webhook } = await published(task);
    expect(record).toEqual({ task_id: task.id, status: 'active', name: 'Corso', revision: 1 });
    expect(webhook).toEqual({ task_id: task.id, expires_at: null });
    expect(await redis.hexists(keys.revisions, `${task.id}:1`)).toBe(1);
    const sealed = (await redis.hget(keys.signingSecrets, task.id)) ?? '';
    expect(createVault(Buffer.from(settings.secretKey, 'base64')).open(sealed, task.id)).toBe(
      task.signing_secret,
    );
  });

  it('never shows the signing secret again', async () => {
    const { id } = await registry.createTask();
    const { body } = await registry.call<Task>('GET', `/v1/tasks/${id}`);
    expect(body).not.toHaveProperty('signing_secret');
    expect(isTask(body).ok).toBe(true);
  });

  it('keeps keys that a database would refuse', async () => {
    const steps: Task['steps'] = [
      {
        id: 'crm',
        channel: 'http',
        request: {
          url: 'https://crm.example/',
          headers: { 'x.y': '1' },
          body: { 'a.b': { $set: 1 }, '': 2 },
        },
      },
    ];
    const lead = { mapping: { extra_fields: { 'a.b': 'x', $c: 'y' } } };
    const made = await registry.createTask({ steps, lead });
    const { body } = await registry.call<Task>('GET', `/v1/tasks/${made.id}`);
    expect(body.steps).toEqual(steps);
    expect(body.lead.mapping).toEqual(lead.mapping);
  });

  it('refuses a template that does not parse, with its field, line and column', async () => {
    const steps = [{ id: 'a', channel: 'preview', message: { text: 'Ciao\n{{ full_name | nope }}' } }];
    const { status, body } = await registry.call<Problem>('POST', '/v1/tasks', { name: 'x', steps });
    expect(status).toBe(422);
    expect(body.code).toBe('invalid_task');
    expect(body.errors?.[0]).toMatchObject({ field: 'steps.0.message.text', line: 2 });
    expect(body.errors?.[0]?.column).toBeGreaterThan(0);
  });

  it('refuses a mapping, a filter and a condition that do not parse, all at once', async () => {
    const steps = [{ id: 'a', channel: 'preview', when: 'x >', message: { text: 'x' } }];
    const lead = { mapping: { extra_fields: { citta: '{{ city' } }, filter: 'a | nope' };
    const { body } = await registry.call<Problem>('POST', '/v1/tasks', { name: 'x', steps, lead });
    const fields = (body.errors ?? []).map(({ field }) => field).toSorted();
    expect(fields).toContain('lead.filter');
    expect(fields).toContain('lead.mapping.extra_fields.citta');
  });

  it.each([
    ['a country without phone numbers', { lead: { default_country: 'XX' } }, 'lead.default_country'],
    [
      'an address that is not http',
      { steps: [{ id: 'a', channel: 'http', request: { url: 'ftp://x.example' } }] },
      'steps.0.request.url',
    ],
    [
      'two steps of one id',
      {
        steps: [
          { id: 'a', channel: 'preview', message: { text: '1' } },
          { id: 'a', channel: 'preview', message: { text: '2' } },
        ],
      },
      'steps.1.id',
    ],
  ])('refuses %s', async (_what, input, field) => {
    const { status, body } = await registry.call<Problem>('POST', '/v1/tasks', { name: 'x', ...input });
    expect([status, body.code]).toEqual([422, 'invalid_task']);
    expect(body.errors?.[0]?.field).toBe(field);
  });

  it.each([
    ['no name', {}, 'name'],
    ['an unknown field', { name: 'x', colour: 'red' }, 'colour'],
    ['an unknown channel', { name: 'x', steps: [{ id: 'a', channel: 'fax' }] }, 'steps.0.channel'],
    [
      'a wait that is no duration',
      { name: 'x', steps: [{ id: 'a', channel: 'preview', wait: '1 hour', message: { text: '' } }] },
      'steps.0.wait',
    ],
  ])('refuses %s as invalid_request', async (_what, input, field) => {
    const { status, body } = await registry.call<Problem>('POST', '/v1/tasks', input);
    expect([status, body.code]).toEqual([400, 'invalid_request']);
    expect(body.errors?.[0]?.field).toBe(field);
  });

  it('refuses a body that is no JSON, none, or too large', async () => {
    const broken = await registry.call<Problem>('POST', '/v1/tasks', '{"name":');
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed_body']);
    const none = await registry.call<Problem>('POST', '/v1/tasks');
    expect([none.status, none.body.code]).toEqual([400, 'invalid_request']);
    const large = await registry.call<Problem>('POST', '/v1/tasks', `"${'x'.repeat(limits.bodyBytes)}"`);
    expect([large.status, large.body.code]).toEqual([413, 'body_too_large']);
  });
});

describe('changing a task', () => {
  it('makes a new revision and replaces the given members alone', async () => {
    const task = await registry.createTask({ on_invalid: 'quarantine' });
    const { status, body } = await registry.call<Task>('PATCH', `/v1/tasks/${task.id}`, { name: 'Nuovo' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Nuovo',
      revision: 2,
      on_invalid: 'quarantine',
      webhook: task.webhook,
    });
    expect((await published(task)).record).toMatchObject({ name: 'Nuovo', revision: 2 });
    expect(await registry.redis.hexists(registry.keys.revisions, `${task.id}:2`)).toBe(1);
  });

  it('keeps what came before as revisions', async () => {
    const task = await registry.createTask();
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Due' });
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Tre' });
    type Revision = { revision: number; definition: { name: string } };
    type Revisions = { items: Revision[]; next_cursor: string | null };
    const first = await registry.call<Revisions>('GET', `/v1/tasks/${task.id}/revisions?limit=2`);
    expect(first.body.items.map(({ definition }) => definition.name)).toEqual(['Tre', 'Due']);
    const next = `/v1/tasks/${task.id}/revisions?limit=2&cursor=${first.body.next_cursor}`;
    const rest = await registry.call<Revisions>('GET', next);
    expect(rest.body.items.map(({ revision }) => revision)).toEqual([1]);
    expect(rest.body.next_cursor).toBeNull();
    const one = await registry.call<Revision>('GET', `/v1/tasks/${task.id}/revisions/1`);
    expect(one.body.definition.name).toBe('Corso');
    expect((await registry.call('GET', `/v1/tasks/${task.id}/revisions/9`)).status).toBe(404);
    expect((await registry.call('GET', `/v1/tasks/${task.id}/revisions/x`)).status).toBe(400);
  });

  it('makes no revision where nothing changes', async () => {
    const task = await registry.createTask();
    const { body } = await registry.call<Task>('PATCH', `/v1/tasks/${task.id}`, { name: task.name });
    expect(body.revision).toBe(1);
  });

  it('loses none of several changes that come at once', async () => {
    const task = await registry.createTask();
    const changes = [
      { name: 'Altro' },
      { on_invalid: 'quarantine' },
      { lead: { default_country: 'FR' } },
      { steps: [{ id: 'z', channel: 'preview', message: { text: 'z' } }] },
    ];
    const answers = await Promise.all(
      changes.map((change) => registry.call<Task>('PATCH', `/v1/tasks/${task.id}`, change)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.revision))).toEqual(new Set([2, 3, 4, 5]));
    const { body } = await registry.call<Task>('GET', `/v1/tasks/${task.id}`);
    expect(body).toMatchObject({ name: 'Altro', on_invalid: 'quarantine', revision: 5 });
    expect(body.lead.default_country).toBe('FR');
    expect(body.steps[0]?.id).toBe('z');
  });

  it('refuses an empty change and one that does not parse, and stays as it was', async () => {
    const task = await registry.createTask();
    const empty = await registry.call<Problem>('PATCH', `/v1/tasks/${task.id}`, {});
    expect([empty.status, empty.body.code]).toEqual([400, 'invalid_request']);
    const wrong = await registry.call<Problem>('PATCH', `/v1/tasks/${task.id}`, { lead: { filter: '| |' } });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid_task']);
    expect((await registry.call<Task>('GET', `/v1/tasks/${task.id}`)).body.revision).toBe(1);
  });
});

describe('a task that is no more', () => {
  it('is gone for every verb, with its addresses, and known as deleted to those who run its leads', async () => {
    const task = await registry.createTask();
    expect((await registry.call('DELETE', `/v1/tasks/${task.id}`)).status).toBe(204);
    const { record, webhook } = await published(task);
    expect(record?.status).toBe('deleted');
    expect(webhook).toBeNull();
    const id = `/v1/tasks/${task.id}`;
    const calls: [string, string, unknown?][] = [
      ['GET', id],
      ['DELETE', id],
      ['PATCH', id, { name: 'x' }],
      ['POST', `${id}/pause`],
      ['POST', `${id}/resume`],
      ['POST', `${id}/rotate-webhook`],
      ['POST', `${id}/rotate-signing-secret`],
      ['POST', `${id}/test`],
    ];
    for (const [method, path, body] of calls) {
      const answer = await registry.call<Problem>(method, path, body);
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'not_found']);
    }
    const list = await registry.call<{ items: Task[] }>('GET', '/v1/tasks?limit=200');
    expect(list.body.items.map((item) => item.id)).not.toContain(task.id);
  });
});

describe('pausing, resuming and rotating', () => {
  it('shows and publishes the state', async () => {
    const task = await registry.createTask();
    const paused = await registry.call<Task>('POST', `/v1/tasks/${task.id}/pause`);
    expect([paused.status, paused.body.status]).toEqual([200, 'paused']);
    expect((await published(task)).record?.status).toBe('paused');
    const resumed = await registry.call<Task>('POST', `/v1/tasks/${task.id}/resume`);
    expect([resumed.status, resumed.body.status]).toEqual([200, 'active']);
    expect((await published(task)).record?.status).toBe('active');
  });

  it('gives a new address and lets the old one live for its grace period', async () => {
    const task = await registry.createTask();
    const before = Date.now();
    const { status, body } = await registry.call<Task>('POST', `/v1/tasks/${task.id}/rotate-webhook`);
    expect(status).toBe(200);
    expect(body.webhook.token).not.toBe(task.webhook.token);
    expect((await published(body)).webhook).toEqual({ task_id: task.id, expires_at: null });
    const old = (await published(task)).webhook;
    expect(old?.expires_at).toBeGreaterThanOrEqual(before + limits.rotationGraceMs);
  });

  it('gives a new signing secret, once', async () => {
    const task = await registry.createTask();
    const path = `/v1/tasks/${task.id}/rotate-signing-secret`;
    const { status, body } = await registry.call<Task>('POST', path);
    expect(status).toBe(200);
    expect(body.signing_secret).toMatch(/^whsec_/);
    expect(body.signing_secret).not.toBe(task.signing_secret);
    const { redis, keys, settings } = registry;
    const sealed = (await redis.hget(keys.signingSecrets, task.id)) ?? '';
    expect(createVault(Buffer.from(settings.secretKey, 'base64')).open(sealed, task.id)).toBe(
      body.signing_secret,
    );
  });
});
