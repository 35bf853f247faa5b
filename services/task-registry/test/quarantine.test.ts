import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newQuarantineId, QuarantineEntry, validator, type Problem, type Run } from '@taskhook/contracts';
import { quarantined } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const isEntry = validator(QuarantineEntry);
const phoneless = { full_name: 'Mario Rossi', email: 'mario@example.com' };

type Replayed = { status: string; run_ids: string[]; leads: { status: string; run_id: string }[] };
const replay = <T = Replayed>(id: string, body?: unknown) =>
  registry.call<T>('POST', `/v1/quarantine/${id}/replay`, body);

async function entryOf(body: unknown, more: Parameters<typeof quarantined>[2] = {}) {
  const task = await registry.createTask();
  const event = quarantined(task.id, body, more);
  await registry.log(event);
  await registry.entryWhen(event.quarantine_id);
  return { task, id: event.quarantine_id, event };
}

describe('a quarantined request', () => {
  it('is kept whole', async () => {
    const { id, event } = await entryOf(phoneless);
    const { body } = await registry.call<QuarantineEntry>('GET', `/v1/quarantine/${id}`);
    expect(isEntry(body)).toEqual({ ok: true, value: body });
    expect(body).toMatchObject({ status: 'open', code: 'invalid_lead', errors: event.errors, run_ids: [] });
    expect(body.request).toEqual(event.request);
  });

  it('is kept once, however often its event comes', async () => {
    const { task, id, event } = await entryOf(phoneless);
    await registry.log(event, event);
    await registry.log(event);
    const { body } = await registry.call<{ items: QuarantineEntry[] }>(
      'GET',
      `/v1/quarantine?task_id=${task.id}`,
    );
    expect(body.items.map((item) => item.id)).toEqual([id]);
  });

  it('is listed without its body, newest first, by task and status', async () => {
    const task = await registry.createTask();
    const base = Date.now();
    const events = [0, 1, 2].map((i) =>
      quarantined(task.id, phoneless, { quarantine_id: newQuarantineId(base + i) }),
    );
    await registry.log(...events);
    for (const event of events) await registry.entryWhen(event.quarantine_id);
    type Entries = { items: QuarantineEntry[]; next_cursor: string | null };
    const first = await registry.call<Entries>('GET', `/v1/quarantine?task_id=${task.id}&limit=2`);
    expect(first.body.items.map(({ id }) => id)).toEqual([
      events[2]?.quarantine_id,
      events[1]?.quarantine_id,
    ]);
    expect(first.body.items[0]).not.toHaveProperty('request');
    const rest = `/v1/quarantine?task_id=${task.id}&status=open&limit=2&cursor=${first.body.next_cursor}`;
    const second = await registry.call<Entries>('GET', rest);
    expect(second.body.items.map(({ id }) => id)).toEqual([events[0]?.quarantine_id]);
    expect(second.body.next_cursor).toBeNull();
    const replayed = await registry.call<Entries>('GET', `/v1/quarantine?task_id=${task.id}&status=replayed`);
    expect(replayed.body.items).toEqual([]);
  });

  it('is not found under another id', async () => {
    const id = newQuarantineId();
    expect((await registry.call('GET', `/v1/quarantine/${id}`)).status).toBe(404);
    expect((await replay(id)).status).toBe(404);
  });
});

describe('replaying it', () => {
  it('is refused while the lead is not valid, and leaves it open', async () => {
    const { id } = await entryOf(phoneless);
    const { status, body } = await replay<Problem>(id);
    expect([status, body.code]).toEqual([422, 'invalid_lead']);
    expect(body.errors).toEqual([{ field: 'phone', message: 'is required' }]);
    expect((await registry.entryWhen(id)).status).toBe('open');
  });

  it('starts a run once the task no longer requires what is missing', async () => {
    const { task, id } = await entryOf(phoneless);
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { lead: { required: ['email'] } });
    const { status, body } = await replay(id);
    expect([status, body.status, body.run_ids.length]).toEqual([200, 'accepted', 1]);
    expect(body.leads).toEqual([{ status: 'accepted', run_id: body.run_ids[0] }]);
    const run = await registry.runWhen(body.run_ids[0] ?? '', () => true);
    expect(run).toMatchObject({ status: 'queued', task_revision: 2, lead: { ...phoneless, phone: null } });
    expect(await registry.queues.has('preview', run.id, 0)).toBe(true);
    expect(await registry.entryWhen(id)).toMatchObject({ status: 'replayed', run_ids: body.run_ids });
  });

  it.each([
    ['JSON', { json: { ...phoneless, phone: '333 1234567' } }],
    [
      'bytes',
      {
        body: Buffer.from(
          '{"full_name":"Mario Rossi","email":"m@example.com","phone":"3331234567"}',
        ).toString('base64'),
      },
    ],
  ])('takes a mended body as %s', async (_kind, mended) => {
    const { id } = await entryOf('no json at all', { code: 'malformed_body' });
    const { status, body } = await replay(id, mended);
    expect(status).toBe(200);
    const run = await registry.runWhen(body.run_ids[0] ?? '', () => true);
    expect(run.lead?.phone).toBe('+393331234567');
  });

  it('tells what is wrong with a body that cannot be read', async () => {
    const { id } = await entryOf('no json at all', { code: 'malformed_body' });
    const { status, body } = await replay<Problem>(id);
    expect([status, body.code]).toEqual([400, 'malformed_body']);
  });

  it('happens once, also when many try at the same time', async () => {
    const { task, id } = await entryOf(phoneless);
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { lead: { required: [] } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => replay(id)));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await replay<Problem>(id)).body.code).toBe('conflict');
    const runs = await registry.call<{ items: Run[] }>('GET', `/v1/runs?task_id=${task.id}`);
    expect(runs.body.items).toHaveLength(1);
  });

  it('starts only the leads of a batch that had failed', async () => {
    const good = { ...phoneless, phone: '3331234567' };
    const { task, id } = await entryOf([good, phoneless, good], {
      errors: [{ field: '1.phone', message: 'is required' }],
    });
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { lead: { required: [] } });
    const { body } = await replay(id);
    expect(body.run_ids).toHaveLength(1);
    expect((await registry.runWhen(body.run_ids[0] ?? '', () => true)).lead?.phone).toBeNull();
  });

  it('holds the run while the task is paused', async () => {
    const { task, id } = await entryOf(phoneless);
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { lead: { required: [] } });
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const { body } = await replay(id);
    expect(body.status).toBe('held');
    await registry.runWhen(body.run_ids[0] ?? '', ({ status }) => status === 'held');
  });

  it('is a conflict where the task is deleted', async () => {
    const { task, id } = await entryOf(phoneless);
    await registry.call('DELETE', `/v1/tasks/${task.id}`);
    const { status, body } = await replay<Problem>(id);
    expect([status, body.code]).toEqual([409, 'conflict']);
  });

  it('counts as late: its first step is due from now', async () => {
    const { id } = await entryOf({ ...phoneless, phone: '3331234567' });
    const before = Date.now();
    const { body } = await replay(id);
    expect((await registry.jobOf(body.run_ids[0] ?? ''))?.due_at).toBeGreaterThanOrEqual(before);
  });

  it('follows the policies for test leads and half-filled forms', async () => {
    const { task, id } = await entryOf([{ ...phoneless, phone: '1', test_lead: true }], {
      code: 'invalid_lead',
    });
    const mended = { json: testLead('<test lead: dummy data for full_name>') };
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { test_leads: 'ignore', lead: { required: [] } });
    const { status, body } = await replay(id, mended);
    expect([status, body]).toEqual([200, { status: 'ignored', run_ids: [], leads: [{ status: 'ignored' }] }]);
    expect(await registry.entryWhen(id)).toMatchObject({ status: 'replayed', run_ids: [] });
    const other = await entryOf(testLead('<test lead: dummy data for full_name>'));
    await registry.call('PATCH', `/v1/tasks/${other.task.id}`, { lead: { required: [] } });
    const ran = await replay(other.id);
    const run = await registry.runWhen(ran.body.run_ids[0] ?? '', () => true);
    expect(run).toMatchObject({ test: true, source: 'meta' });
  });

  it('ends with an event that the task takes for no lead', async () => {
    const { task, id } = await entryOf({ event: 'invitee.canceled', payload: { email: 'a@example.com' } });
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { source: 'calendly' });
    expect((await replay(id)).body).toMatchObject({ status: 'ignored', run_ids: [] });
    expect((await registry.entryWhen(id)).status).toBe('replayed');
  });
});

/** As the Graph API gives a lead of the testing tool. */
function testLead(full_name: string) {
  return {
    id: '1',
    created_time: '2026-01-01T00:00:00+0000',
    field_data: [
      { name: 'full_name', values: [full_name] },
      { name: 'email', values: ['test@fb.com'] },
    ],
  };
}
