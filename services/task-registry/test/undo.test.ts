import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  newRunId,
  type Auth,
  type Problem,
  type QuarantineEntry,
  type Run,
  type Task,
} from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import type { ReplayReport } from '../src/quarantine/replay-entries.ts';
import type { ReplayedEntry } from '../src/quarantine/replay-entry.ts';
import { accepted, progress, quarantined } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const webhookOf = async ({ webhook }: Task) => registry.redis.hget(registry.keys.webhooks, webhook.token);

describe('a deleted task', () => {
  it('comes back as it was, with its addresses, as paused as it was', async () => {
    const task = await registry.createTask();
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    await registry.call('DELETE', `/v1/tasks/${task.id}`);
    expect(await webhookOf(task)).toBeNull();
    const { status, body } = await registry.call<Task>('POST', `/v1/tasks/${task.id}/restore`);
    expect([status, body.status, body.webhook]).toEqual([200, 'paused', task.webhook]);
    expect(await webhookOf(task)).toContain(task.id);
    expect((await registry.call('GET', `/v1/tasks/${task.id}`)).status).toBe(200);
  });

  it('comes back once', async () => {
    const task = await registry.createTask();
    const restore = () => registry.call<Problem>('POST', `/v1/tasks/${task.id}/restore`);
    expect((await restore()).body.code).toBe('conflict');
    await registry.call('DELETE', `/v1/tasks/${task.id}`);
    expect((await restore()).status).toBe(200);
    expect((await restore()).body.code).toBe('conflict');
    expect((await registry.call('POST', '/v1/tasks/task_none/restore')).status).toBe(404);
  });
});

describe('a copy of a task', () => {
  it('does the same under another address and secret, and takes what its sender proves itself with', async () => {
    const auth: Auth = { type: 'header', name: 'x-key', secrets: ['very-secret-text'] };
    const task = await registry.createTask({ auth });
    const { status, body: copy } = await registry.call<Task>('POST', `/v1/tasks/${task.id}/duplicate`);
    expect([status, copy.name, copy.revision]).toEqual([201, `${task.name} (copy)`, 1]);
    expect(copy.steps).toEqual(task.steps);
    expect(copy.webhook.token).not.toBe(task.webhook.token);
    expect(copy.signing_secret).toMatch(/^whsec_/);
    expect(copy.signing_secret).not.toBe(task.signing_secret);
    const kept = await registry.call<Task>('PATCH', `/v1/tasks/${copy.id}`, { auth });
    expect(kept.body.revision).toBe(1);
  });
});

describe('an old revision', () => {
  it('becomes a new one that is the same, without what came since', async () => {
    const task = await registry.createTask({ name: 'First', lead: { required: ['email'] } });
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Second', window: null });
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { lead: { required: ['phone'] } });
    const path = `/v1/tasks/${task.id}/revisions`;
    const { status, body } = await registry.call<Task>('POST', `${path}/1/restore`);
    expect([status, body.revision, body.name, body.lead.required]).toEqual([200, 4, 'First', ['email']]);
    const again = await registry.call<Task>('POST', `${path}/1/restore`);
    expect(again.body.revision).toBe(4);
    expect((await registry.call('POST', `${path}/9/restore`)).status).toBe(404);
  });
});

describe('a quarantined request', () => {
  const entryOf = async (task: Task, body: unknown, errors?: QuarantineEntry['errors']) => {
    const event = quarantined(task.id, body, errors === undefined ? {} : { errors });
    await registry.log(event);
    await registry.entryWhen(event.quarantine_id);
    return event.quarantine_id;
  };

  it('is mended by giving its lead, which the rules of the task hold for', async () => {
    const task = await registry.createTask({
      lead: { required: ['full_name', 'phone'], default_country: 'IT' },
    });
    const path = `/v1/quarantine/${await entryOf(task, { nome: 'Anna' })}/replay`;
    const without = await registry.call<Problem>('POST', path, { lead: { full_name: 'Anna' } });
    expect([without.status, without.body.errors?.map(({ field }) => field)]).toEqual([422, ['phone']]);
    const lead = { full_name: 'Anna Bo', phone: '333 1234567', extra_fields: { citta: 'Roma' } };
    const { status, body } = await registry.call<ReplayedEntry>('POST', path, { lead });
    expect([status, body.status]).toEqual([200, 'accepted']);
    const run = await registry.runWhen(body.run_ids[0] ?? '', ({ lead: shown }) => shown !== null);
    expect(run.lead).toMatchObject({ phone: '+393331234567', extra_fields: { citta: 'Roma' } });
  });

  it('with several failed leads wants its body mended', async () => {
    const task = await registry.createTask();
    const errors = ['0.phone', '1.phone'].map((field) => ({ field, message: 'is required' }));
    const id = await entryOf(task, [{}, {}], errors);
    const answer = await registry.call<Problem>('POST', `/v1/quarantine/${id}/replay`, {
      lead: { phone: '1' },
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
  });

  it('is replayed with others by a filter, page by page, and those that fail say why', async () => {
    const task = await registry.createTask({ lead: { required: ['email'] } });
    const good = [];
    for (let i = 0; i < 3; i += 1) good.push(await entryOf(task, { email: `a${i}@example.com` }));
    const bad = await entryOf(task, { email: 'nobody' });
    const replay = async (more: object) =>
      (await registry.call<ReplayReport>('POST', '/v1/quarantine/replay', { task_id: task.id, ...more }))
        .body;
    const first = await replay({ limit: 2 });
    const second = await replay({ limit: 2, cursor: first.next_cursor });
    expect(second.next_cursor).toBeNull();
    const replayed = [...first.replayed, ...second.replayed].map(({ id }) => id);
    expect(new Set(replayed)).toEqual(new Set(good));
    const [failed] = [...first.failed, ...second.failed];
    expect(failed).toMatchObject({ id: bad, code: 'invalid_lead', errors: [{ field: 'email' }] });
    const again = await replay({ ids: [good[0]] });
    expect(again.failed).toMatchObject([{ id: good[0], code: 'conflict' }]);
  });
});

describe('the list of runs', () => {
  it('shows runs of several states, and of one source', async () => {
    const task = await registry.createTask();
    const ids = [newRunId(), newRunId(), newRunId()] as const;
    await registry.log(
      accepted(ids[0], task.id, { source: 'zapier' }),
      progress(ids[0], task.id, 'failed'),
      accepted(ids[1], task.id, { source: 'make' }),
      progress(ids[1], task.id, 'cancelled'),
      accepted(ids[2], task.id, { source: 'make' }),
    );
    const list = async (query: string) => {
      const { body } = await registry.call<{ items: Run[] }>('GET', `/v1/runs?task_id=${task.id}&${query}`);
      return new Set(body.items.map(({ id }) => id));
    };
    await until('the runs', async () => (await list('')).size === 3);
    expect(await list('status=failed,cancelled')).toEqual(new Set([ids[0], ids[1]]));
    expect(await list('status=failed')).toEqual(new Set([ids[0]]));
    expect(await list('source=make')).toEqual(new Set([ids[1], ids[2]]));
    expect((await registry.call('GET', '/v1/runs?status=failed,lost')).status).toBe(400);
  });
});
