import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fetchOrder,
  limits,
  newRunId,
  type FetchTarget,
  type Problem,
  type Run,
  type RunAccepted,
  type Task,
} from '@taskhook/contracts';
import { admit } from '@taskhook/queue';
import { until } from '@taskhook/testing';
import { accepted, mario, progress, quarantined } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness({ environment: { STUCK_RUN_AGE: '200ms' } });
});
afterAll(() => registry.close());

const target: FetchTarget = {
  provider: 'meta',
  lead_id: '5551',
  ids: { leadgen_id: '5551', 'a.b': { $c: 1 } },
};
const announced = (id: string, task: Task, more: Partial<RunAccepted> = {}) =>
  accepted(id, task.id, { lead: null, fetch: target, source: 'meta', ...more });
const failed = (id: string, task: Task) =>
  progress(id, task.id, 'failed', {
    order: fetchOrder(0, 'finished'),
    reason: { code: 'connection_refused', message: 'Sign in again.' },
  });

async function connectedTask(): Promise<Task> {
  const { id } = await registry.createConnection();
  return registry.createTask({ source_connection: id });
}

async function disconnect(task: Task): Promise<void> {
  await registry.call('PATCH', `/v1/tasks/${task.id}`, { source_connection: null });
}

async function failedRun(task: Task): Promise<string> {
  const id = newRunId();
  await registry.log(announced(id, task), failed(id, task));
  await registry.runWhen(id, ({ status }) => status === 'failed');
  return id;
}

describe('a run whose lead has to be fetched', () => {
  it('is shown without a lead, under the adapter that read the notification', async () => {
    const task = await connectedTask();
    const id = newRunId();
    await registry.log(announced(id, task));
    const run = await registry.runWhen(id, () => true);
    expect(run).toMatchObject({ status: 'queued', source: 'meta', lead: null });
    expect(run).not.toHaveProperty('fetch');
  });

  it('has its lead once that was fetched, and is held where its task was paused by then', async () => {
    const task = await connectedTask();
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const id = newRunId();
    const waiting = progress(id, task.id, 'waiting', { order: fetchOrder(0, 'waiting') });
    await registry.log(announced(id, task), waiting);
    await registry.runWhen(id, ({ status }) => status === 'waiting');
    await registry.log(accepted(id, task.id, { source: 'meta', status: 'held', test: true }));
    const held = await registry.runWhen(id, ({ status }) => status === 'held');
    expect(held).toMatchObject({ lead: mario, test: true });
    await registry.call('POST', `/v1/tasks/${task.id}/resume`);
    expect(await until('the job', () => registry.jobOf(id))).toMatchObject({ lead: mario, source: 'meta' });
  });

  it('fails with the reason of its fetch', async () => {
    const id = await failedRun(await connectedTask());
    const { body } = await registry.call<Run>('GET', `/v1/runs/${id}`);
    expect(body.reason?.code).toBe('connection_refused');
  });

  it('ends by being cancelled, and its fetch is taken out of the queue', async () => {
    const task = await connectedTask();
    const first = await failedRun(task);
    const { body } = await registry.call<{ run_id: string }>('POST', `/v1/runs/${first}/replay`);
    expect(await registry.fetchJobOf(body.run_id)).not.toBeNull();
    const cancelled = await registry.call<Run>('POST', `/v1/runs/${body.run_id}/cancel`);
    expect(cancelled.body.status).toBe('cancelled');
    expect(await registry.fetchJobOf(body.run_id)).toBeNull();
    await registry.log(accepted(body.run_id, task.id, { source: 'meta' }));
    const run = await registry.runWhen(body.run_id, ({ lead }) => lead !== null);
    expect(run.status).toBe('cancelled');
  });

  it('is fetched again by a replay, with the connection of the revision', async () => {
    const task = await connectedTask();
    const id = await failedRun(task);
    const { status, body } = await registry.call<{ run_id: string }>('POST', `/v1/runs/${id}/replay`);
    expect(status).toBe(201);
    expect(await registry.fetchJobOf(body.run_id)).toMatchObject({
      ...target,
      task_id: task.id,
      revision: 1,
      source: 'meta',
      attempts: 0,
      replay_of: id,
    });
    expect(await registry.jobOf(body.run_id)).toBeNull();
    const run = await registry.runWhen(body.run_id, () => true);
    expect(run).toMatchObject({ status: 'queued', lead: null, replay_of: id });
    await disconnect(task);
    const refused = await registry.call<Problem>('POST', `/v1/runs/${id}/replay`);
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    expect(refused.body.detail).toContain('needs a connection to Facebook Lead Ads');
    const pinned = await registry.call('POST', `/v1/runs/${id}/replay`, { revision: 'pinned' });
    expect(pinned.status).toBe(201);
  });

  it('is fetched again where its job was lost, while it was queued or waited', async () => {
    const task = await connectedTask();
    const [queued, waiting] = [newRunId(), newRunId()];
    await registry.log(
      announced(queued, task),
      announced(waiting, task),
      progress(waiting, task.id, 'waiting', { order: fetchOrder(2, 'waiting') }),
    );
    const job = await until('the fetch', () => registry.fetchJobOf(queued));
    expect(job).toMatchObject({ ...target, run_id: queued, attempts: 0 });
    expect(job).not.toHaveProperty('replay_of');
    await until('the other fetch', () => registry.fetchJobOf(waiting));
  });
});

describe('a notification in quarantine', () => {
  const leadgen = (...ids: string[]) => ({
    object: 'page',
    entry: [
      { id: '7', time: 1, changes: ids.map((id) => ({ field: 'leadgen', value: { leadgen_id: id } })) },
    ],
  });
  type Replayed = { status: string; run_ids: string[]; leads: { status: string; run_id?: string }[] };
  const replay = <T = Replayed>(id: string) => registry.call<T>('POST', `/v1/quarantine/${id}/replay`);

  async function quarantine(task: Task, ...ids: string[]): Promise<string> {
    const missing = { code: 'connection_missing', detail: 'Connect the page.', errors: [] };
    const event = quarantined(task.id, leadgen(...ids), missing);
    await registry.log(event);
    expect((await registry.entryWhen(event.quarantine_id)).code).toBe('connection_missing');
    return event.quarantine_id;
  }

  it('stays there until the task has a connection, and is fetched then', async () => {
    const task = await registry.createTask();
    const id = await quarantine(task, '901', '902');
    const early = await replay<Problem>(id);
    expect([early.status, early.body.code]).toEqual([409, 'conflict']);
    expect(early.body.detail).toContain('needs a connection to Facebook Lead Ads');
    expect((await registry.entryWhen(id)).status).toBe('open');
    const connection = await registry.createConnection();
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { source_connection: connection.id });
    const { status, body } = await replay(id);
    expect([status, body.status]).toEqual([200, 'accepted']);
    expect(body.leads.map((lead) => lead.status)).toEqual(['accepted', 'accepted']);
    const jobs = await Promise.all(body.run_ids.map((run) => registry.fetchJobOf(run)));
    expect(jobs.map((job) => [job?.lead_id, job?.provider, job?.revision])).toEqual([
      ['901', 'meta', 2],
      ['902', 'meta', 2],
    ]);
    expect((await registry.runWhen(body.run_ids[0] ?? '', () => true)).source).toBe('meta');
    expect(await registry.entryWhen(id)).toMatchObject({ status: 'replayed', run_ids: body.run_ids });
    expect((await replay(id)).status).toBe(409);
  });

  it('starts no second run of a lead that was announced again since', async () => {
    const task = await connectedTask();
    const id = await quarantine(task, '911', '912');
    const { redis, keys } = registry;
    const key = keys.claim(task.id, 'key', 'notification:meta:911');
    const [ttlMs, runId] = [limits.idempotencyMs, newRunId()];
    await admit(redis, keys, [{ runId, claims: [{ key, ttlMs }] }]);
    const { body } = await replay(id);
    expect(body.leads).toEqual([
      { status: 'duplicate', run_id: runId },
      { status: 'accepted', run_id: body.run_ids[1] },
    ]);
    expect(await registry.fetchJobOf(runId)).toBeNull();
    const other = { key: keys.claim(task.id, 'key', 'notification:meta:912'), ttlMs };
    const [result] = await admit(redis, keys, [{ runId: newRunId(), claims: [other] }]);
    expect(result).toEqual({ status: 'duplicate', claim: 0, runId: body.run_ids[1] });
  });

  it('happens once, also when many try at the same time', async () => {
    const task = await connectedTask();
    const id = await quarantine(task, '921');
    const answers = await Promise.all(Array.from({ length: 5 }, () => replay(id)));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 409, 409, 409, 409]);
  });
});

describe("a provider's answer in quarantine", () => {
  it('is read as that of its provider when it is mended', async () => {
    const task = await registry.createTask();
    const answer = (phone: string) => ({
      id: '5551',
      properties: { firstname: 'Anna', lastname: 'Verdi', email: 'anna@example.com', phone },
    });
    const event = quarantined(task.id, answer(''), { source: 'hubspot' });
    await registry.log(event);
    expect((await registry.entryWhen(event.quarantine_id)).source).toBe('hubspot');
    const path = `/v1/quarantine/${event.quarantine_id}/replay`;
    expect((await registry.call('POST', path)).status).toBe(422);
    const { body } = await registry.call<{ run_ids: string[] }>('POST', path, { json: answer('3331234567') });
    const run = await registry.runWhen(body.run_ids[0] ?? '', () => true);
    expect(run).toMatchObject({
      source: 'hubspot',
      lead: { full_name: 'Anna Verdi', phone: '+393331234567' },
    });
  });
});
