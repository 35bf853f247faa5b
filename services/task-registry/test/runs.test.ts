import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FINAL_ORDER, newRunId, Run, validator, type Problem, type Task } from '@taskhook/contracts';
import { isCancelled } from '@taskhook/queue';
import { accepted, life, mario, progress } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const isRun = validator(Run);
type Runs = { items: Run[]; next_cursor: string | null };

describe('a recorded run', () => {
  it('shows when its step goes again, how often still, and when no more', async () => {
    const task = await registry.createTask();
    const id = newRunId();
    const [begun, , retried] = life(id, task.id);
    if (begun === undefined || retried?.type !== 'progress' || retried.step === undefined) throw new Error();
    const retry = { attempts_left: 7, gives_up_at: Date.UTC(2026, 10, 2) };
    await registry.log(begun, { ...retried, step: { ...retried.step, retry } });
    const waiting = await registry.runWhen(id, ({ status }) => status === 'waiting');
    expect(isRun(waiting)).toEqual({ ok: true, value: waiting });
    expect(waiting.steps[0]?.retry).toEqual({ attempts_left: 7, gives_up_at: '2026-11-02T00:00:00.000Z' });
    await registry.log(...life(id, task.id));
    const done = await registry.runWhen(id, ({ status }) => status === 'succeeded');
    expect(done.steps[0]?.retry).toBeNull();
  });

  it('is shown whole, its steps and attempts in their order', async () => {
    const task = await registry.createTask();
    const id = newRunId();
    await registry.log(...life(id, task.id));
    const run = await registry.runWhen(id, ({ status }) => status === 'succeeded');
    expect(isRun(run)).toEqual({ ok: true, value: run });
    expect(run).toMatchObject({
      task_id: task.id,
      task_revision: 1,
      lead: mario,
      source: 'generic',
      test: false,
    });
    expect(run.finished_at).not.toBeNull();
    expect(run.steps.map(({ id: step, status }) => [step, status])).toEqual([
      ['crm', 'succeeded'],
      ['hello', 'succeeded'],
    ]);
    expect(run.steps[0]?.attempts.map(({ n, outcome }) => [n, outcome])).toEqual([
      [1, 'retry'],
      [2, 'delivered'],
    ]);
    expect(run.steps[0]?.rendered).toMatchObject({ headers: { 'x.dot': '$1' }, body: { 'a.b': 1, $c: 2 } });
  });

  it('keeps the keys that a sender chose', async () => {
    const task = await registry.createTask();
    const id = newRunId();
    const extra_fields = { 'a.b': { $x: [1, null] }, '': 'empty', 'NUL\u0000': 'ü', big: '9007199254740993' };
    await registry.log(accepted(id, task.id, { lead: { ...mario, extra_fields } }));
    const run = await registry.runWhen(id, ({ lead }) => lead !== null);
    expect(run.lead?.extra_fields).toEqual(extra_fields);
  });

  it('is not found under another id', async () => {
    const { status, body } = await registry.call<Problem>('GET', `/v1/runs/${newRunId()}`);
    expect([status, body.code]).toEqual([404, 'not_found']);
  });
});

describe('listing runs', () => {
  it('pages newest first, and filters by task and status', async () => {
    const task = await registry.createTask();
    const base = Date.now();
    const ids = Array.from({ length: 5 }, (_, i) => newRunId(base + i));
    await registry.log(...ids.map((id) => accepted(id, task.id)));
    await registry.log(progress(ids[0] ?? '', task.id, 'failed'));
    for (const id of ids) await registry.runWhen(id, () => true);
    await registry.runWhen(ids[0] ?? '', ({ status }) => status === 'failed');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body }: { body: Runs } = await registry.call<Runs>(
        'GET',
        `/v1/runs?task_id=${task.id}&limit=2${more}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(ids.toReversed());
    const failed = await registry.call<Runs>('GET', `/v1/runs?task_id=${task.id}&status=failed`);
    expect(failed.body.items.map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('finds by id, phone and e-mail, however these are written', async () => {
    const task = await registry.createTask();
    const id = newRunId();
    const lead = { ...mario, phone: '+390612345678', email: 'Giulia.B@example.com'.toLowerCase() };
    await registry.log(accepted(id, task.id, { lead }));
    await registry.runWhen(id, () => true);
    const questions = [id, '+39 06 1234 5678', '0039 06-12345678', '390612345678', 'GIULIA.B@example.com '];
    for (const q of questions) {
      const { body } = await registry.call<Runs>('GET', `/v1/runs?q=${encodeURIComponent(q)}`);
      expect([q, body.items.map((run) => run.id)]).toEqual([q, [id]]);
    }
    const plus = await registry.call<Runs>('GET', '/v1/runs?q=+390612345678');
    expect(plus.body.items.map((run) => run.id)).toEqual([id]);
    const nobody = await registry.call<Runs>('GET', '/v1/runs?q=nobody%40example.com');
    expect(nobody.body.items).toEqual([]);
  });

  it('finds by time: from is within, to is not', async () => {
    const task = await registry.createTask();
    const noon = Date.UTC(2025, 0, 1, 12);
    const ids = [newRunId(noon - 1), newRunId(noon), newRunId(noon + 999), newRunId(noon + 1_000)];
    await registry.log(...ids.map((id) => accepted(id, task.id)));
    for (const id of ids) await registry.runWhen(id, () => true);
    const range = `from=2025-01-01T12:00:00Z&to=2025-01-01T12:00:01Z`;
    const { body } = await registry.call<Runs>('GET', `/v1/runs?task_id=${task.id}&${range}`);
    expect(body.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const wrong = await registry.call<Problem>('GET', '/v1/runs?from=yesterday');
    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([400, 'from']);
  });
});

describe('a test run', () => {
  it('goes through the real queue with a made-up lead', async () => {
    const task = await registry.createTask();
    const { status, body } = await registry.call<{ run_id: string }>('POST', `/v1/tasks/${task.id}/test`);
    expect(status).toBe(201);
    expect(await registry.jobOf(body.run_id)).toMatchObject({
      run_id: body.run_id,
      task_id: task.id,
      revision: 1,
      step: 0,
      attempts: 0,
      delivered: false,
      test: true,
      lead: { full_name: 'Mario Rossi' },
    });
    const run = await registry.call<Run>('GET', `/v1/runs/${body.run_id}`);
    expect(run.body).toMatchObject({ status: 'queued', test: true, source: 'test' });
  });

  it('gives a lead the form that real ones have, and refuses what is none', async () => {
    const task = await registry.createTask();
    const lead = { full_name: '  Giulia  Bianchi ', phone: '333 1234567', email: 'G@EXAMPLE.com' };
    const { body } = await registry.call<{ run_id: string }>('POST', `/v1/tasks/${task.id}/test`, { lead });
    expect((await registry.jobOf(body.run_id))?.lead).toEqual({
      full_name: 'Giulia Bianchi',
      phone: '+393331234567',
      email: 'g@example.com',
      extra_fields: {},
    });
    const long = { full_name: 'x'.repeat(1_000) };
    const refused = await registry.call<Problem>('POST', `/v1/tasks/${task.id}/test`, { lead: long });
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.field]).toEqual([
      422,
      'invalid_lead',
      'full_name',
    ]);
  });

  it('goes while the task is paused', async () => {
    const task = await registry.createTask();
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const { body } = await registry.call<{ run_id: string }>('POST', `/v1/tasks/${task.id}/test`);
    expect(await registry.jobOf(body.run_id)).not.toBeNull();
  });

  it('waits as the first step says', async () => {
    const steps: Task['steps'] = [{ id: 'a', channel: 'preview', wait: '10m', message: { text: 'x' } }];
    const task = await registry.createTask({ steps });
    await registry.call('POST', `/v1/tasks/${task.id}/test`);
    const { prefix, name } = registry.keys.queue('preview');
    const delayed = await registry.redis.zcard(`${prefix}:${name}:delayed`);
    expect(delayed).toBe(1);
  });
});

describe('replaying a run', () => {
  it('starts a new run of the same lead with the current revision', async () => {
    const task = await registry.createTask();
    const id = await registry.endedRun(task);
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Due' });
    const { status, body } = await registry.call<{ run_id: string }>('POST', `/v1/runs/${id}/replay`);
    expect(status).toBe(201);
    expect(body.run_id).not.toBe(id);
    const job = await registry.jobOf(body.run_id);
    expect(job).toMatchObject({ revision: 2, lead: mario });
    expect(job?.due_at).toBeGreaterThan(Date.now() - 60_000);
    const run = await registry.call<Run>('GET', `/v1/runs/${body.run_id}`);
    expect(run.body).toMatchObject({ replay_of: id, task_revision: 2, status: 'queued' });
  });

  it('starts it with the revision that the run had where that is asked for', async () => {
    const task = await registry.createTask();
    const id = await registry.endedRun(task);
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Due' });
    const { body } = await registry.call<{ run_id: string }>('POST', `/v1/runs/${id}/replay`, {
      revision: 'pinned',
    });
    expect((await registry.jobOf(body.run_id))?.revision).toBe(1);
  });

  it('refuses a run that has not ended, one of a deleted task, and a wrong body', async () => {
    const task = await registry.createTask();
    const open = newRunId();
    await registry.log(accepted(open, task.id));
    await registry.runWhen(open, () => true);
    const early = await registry.call<Problem>('POST', `/v1/runs/${open}/replay`);
    expect([early.status, early.body.code]).toEqual([409, 'conflict']);
    const id = await registry.endedRun(task);
    const wrong = await registry.call<Problem>('POST', `/v1/runs/${id}/replay`, { revision: 'newest' });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_request']);
    await registry.call('DELETE', `/v1/tasks/${task.id}`);
    const gone = await registry.call<Problem>('POST', `/v1/runs/${id}/replay`);
    expect([gone.status, gone.body.code]).toEqual([409, 'conflict']);
  });
});

describe('cancelling a run', () => {
  it('ends it, removes its job and leaves a mark for a worker that has it', async () => {
    const task = await registry.createTask();
    const { body } = await registry.call<{ run_id: string }>('POST', `/v1/tasks/${task.id}/test`);
    const cancelled = await registry.call<Run>('POST', `/v1/runs/${body.run_id}/cancel`);
    expect([cancelled.status, cancelled.body.status]).toEqual([200, 'cancelled']);
    expect(cancelled.body.finished_at).not.toBeNull();
    expect(await registry.jobOf(body.run_id)).toBeNull();
    expect(await isCancelled(registry.redis, registry.keys, body.run_id)).toBe(true);
  });

  it('stays, whatever is told of the run later', async () => {
    const task = await registry.createTask();
    const id = newRunId();
    await registry.log(accepted(id, task.id));
    await registry.runWhen(id, () => true);
    await registry.call('POST', `/v1/runs/${id}/cancel`);
    await registry.log(...life(id, task.id).slice(1));
    const run = await registry.runWhen(id, ({ steps }) => steps.length === 2);
    expect(run.status).toBe('cancelled');
  });

  it('is refused for a run that has ended', async () => {
    const task = await registry.createTask();
    const id = await registry.endedRun(task);
    const { status, body } = await registry.call<Problem>('POST', `/v1/runs/${id}/cancel`);
    expect([status, body.code]).toEqual([409, 'conflict']);
  });
});

it('takes the state of the event with the highest order, not of the last to come', async () => {
  const task = await registry.createTask();
  const id = newRunId();
  await registry.log(progress(id, task.id, 'cancelled', { order: FINAL_ORDER }));
  await registry.runWhen(id, ({ status }) => status === 'cancelled');
  await registry.log(...life(id, task.id));
  const run = await registry.runWhen(id, ({ lead, steps }) => lead !== null && steps.length === 2);
  expect(run.status).toBe('cancelled');
});
