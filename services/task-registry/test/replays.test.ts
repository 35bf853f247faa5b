import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  newRunId,
  Replay,
  validator,
  type Lead,
  type Problem,
  type Run,
  type Task,
} from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { accepted, mario, progress } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const isReplay = validator(Replay);
const refusal = { code: 'receiver_rejected', message: 'The receiver refused it.' };

const person = (at: number): Lead => ({
  ...mario,
  phone: `+39333${String(1_000_000 + at)}`,
  email: `lead${at}@example.com`,
});

/** Failed runs, each of another person. */
async function failedRuns(task: Task, count: number, leadOf = person): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => newRunId(Date.now() - 60_000 + i));
  await registry.log(
    ...ids.flatMap((id, i) => [
      accepted(id, task.id, { lead: leadOf(i) }),
      progress(id, task.id, 'failed', { reason: refusal }),
    ]),
  );
  for (const id of ids) await registry.runWhen(id, ({ status }) => status === 'failed');
  return ids;
}

async function start(body: object): Promise<Replay> {
  const answer = await registry.call<Replay>('POST', '/v1/runs/replay', body);
  expect(isReplay(answer.body)).toEqual({ ok: true, value: answer.body });
  expect(answer.status).toBe(200);
  return answer.body;
}

const ended = (id: string | null) =>
  until('the end of the replay', async () => {
    const { body } = await registry.call<Replay>('GET', `/v1/replays/${id}`);
    return body.status === 'running' ? undefined : body;
  });

async function replaysOf(task: Task): Promise<Run[]> {
  const { body } = await registry.call<{ items: Run[] }>('GET', `/v1/runs?task_id=${task.id}&limit=200`);
  return body.items.filter(({ replay_of }) => replay_of !== null);
}

test('a dry run counts by reason and starts nothing', async () => {
  const task = await registry.createTask();
  await failedRuns(task, 3);
  const count = await start({ filter: { task_id: task.id }, dry_run: true });
  expect(count).toMatchObject({
    id: null,
    status: 'dry_run',
    total: 3,
    total_is_exact: true,
    started: 0,
    reasons: [{ code: 'receiver_rejected', count: 3 }],
  });
  expect(await replaysOf(task)).toEqual([]);
  const { body } = await registry.call<{ items: Replay[] }>('GET', '/v1/replays');
  expect(body.items.every(({ filter }) => filter.task_id !== task.id)).toBe(true);
});

test('every run that fits is run again once, and knows it; a second replay finds none', async () => {
  const task = await registry.createTask();
  const ids = await failedRuns(task, 4);
  const { id, total } = await start({ filter: { task_id: task.id }, rate: 100 });
  expect(total).toBe(4);
  expect(await ended(id)).toMatchObject({ status: 'done', started: 4, left_out: [] });
  const replays = await replaysOf(task);
  expect(replays.flatMap(({ replay_of }) => replay_of ?? []).toSorted()).toEqual(ids);
  for (const { id: replayed, replay_of } of replays) {
    expect((await registry.runWhen(replay_of ?? '', () => true)).replayed_as).toBe(replayed);
    expect(await registry.jobOf(replayed)).not.toBeNull();
  }
  expect(await start({ filter: { task_id: task.id }, dry_run: true })).toMatchObject({ total: 0 });
});

test('the revision is chosen, and runs of a paused task are held', async () => {
  const task = await registry.createTask();
  await failedRuns(task, 1);
  await registry.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Corso 2' });
  await registry.call('POST', `/v1/tasks/${task.id}/pause`);
  const { id } = await start({ filter: { task_id: task.id }, revision: 'pinned' });
  expect(await ended(id)).toMatchObject({ started: 1, held: 1 });
  expect(await replaysOf(task)).toMatchObject([{ status: 'held', task_revision: 1 }]);
});

test('a person who has a later run that went well is left out, unless that is asked for', async () => {
  const task = await registry.createTask();
  await failedRuns(task, 2);
  const later = newRunId();
  const lead = { ...person(0), email: null };
  await registry.log(accepted(later, task.id, { lead }), progress(later, task.id, 'succeeded'));
  await registry.runWhen(later, ({ status }) => status === 'succeeded');
  const filter = { task_id: task.id };
  expect(await start({ filter, dry_run: true })).toMatchObject({
    total: 2,
    left_out: [{ code: 'later_run', count: 1 }],
  });
  const { id } = await start({ filter });
  expect(await ended(id)).toMatchObject({ started: 1, left_out: [{ code: 'later_run', count: 1 }] });
  const rest = await start({ filter, respect_dedupe: false });
  expect(await ended(rest.id)).toMatchObject({ started: 1 });
});

test('a person with several failed runs gets one', async () => {
  const task = await registry.createTask();
  await failedRuns(task, 3, () => person(0));
  const { id } = await start({ filter: { task_id: task.id }, rate: 100 });
  expect(await ended(id)).toMatchObject({ started: 1, left_out: [{ code: 'later_run', count: 2 }] });
});

test('filters by reason, time and the channel that failed', async () => {
  const task = await registry.createTask();
  const [id = ''] = await failedRuns(task, 1);
  const count = async (more: object) =>
    (await start({ filter: { task_id: task.id, ...more }, dry_run: true })).total;
  expect(await count({ reason: 'receiver_rejected' })).toBe(1);
  expect(await count({ reason: 'too_old' })).toBe(0);
  expect(await count({ from: new Date(Date.now() - 3_600_000).toISOString() })).toBe(1);
  expect(await count({ to: new Date(Date.now() - 3_600_000).toISOString() })).toBe(0);
  expect(await count({ status: ['succeeded'] })).toBe(0);
  expect(await count({ channel: 'sms' })).toBe(0);
  const step = {
    index: 0,
    id: 'hello',
    channel: 'sms',
    status: 'failed',
    due_at: null,
    reason: refusal,
  } as const;
  await registry.log(progress(id, task.id, 'failed', { reason: refusal, order: 90, step }));
  await registry.runWhen(id, ({ steps }) => steps.length > 0);
  expect(await count({ channel: 'sms' })).toBe(1);
});

test('keeps to its rate, and starts nothing more once it is stopped', async () => {
  const task = await registry.createTask();
  await failedRuns(task, 6);
  const { id } = await start({ filter: { task_id: task.id }, rate: 1 });
  await until('the first run', async () => ((await replaysOf(task)).length > 0 ? true : undefined));
  const stopped = await registry.call<Replay>('POST', `/v1/replays/${id}/stop`);
  expect(stopped.body).toMatchObject({ status: 'stopped' });
  expect((await replaysOf(task)).length).toBeLessThan(6);
  const [once, twice] = [await ended(id), await registry.call<Replay>('POST', `/v1/replays/${id}/stop`)];
  expect(twice.body.finished_at).toBe(once.finished_at);
});

test('goes on in another process where the first one has ended, and starts no run twice', async () => {
  const first = await startHarness();
  const task = await first.createTask();
  const ids = Array.from({ length: 5 }, (_, i) => newRunId(Date.now() - 60_000 + i));
  await first.log(
    ...ids.flatMap((id, i) => [
      accepted(id, task.id, { lead: person(i) }),
      progress(id, task.id, 'failed', { reason: refusal }),
    ]),
  );
  for (const id of ids) await first.runWhen(id, ({ status }) => status === 'failed');
  const { body } = await first.call<Replay>('POST', '/v1/runs/replay', {
    filter: { task_id: task.id },
    rate: 1,
  });
  await first.close();
  const second = await startHarness({ settings: first.settings });
  try {
    const done = await until('the end of the replay', async () => {
      const { body: now } = await second.call<Replay>('GET', `/v1/replays/${body.id}`);
      return now.status === 'done' ? now : undefined;
    });
    expect(done.started).toBe(5);
    const { body: runs } = await second.call<{ items: Run[] }>('GET', `/v1/runs?task_id=${task.id}`);
    const replayed = runs.items.flatMap(({ replay_of }) => replay_of ?? []);
    expect(replayed.toSorted()).toEqual(ids);
  } finally {
    await second.close();
  }
});

test('an unknown replay is not found, and a filter that is none is refused', async () => {
  const missing = await registry.call<Problem>('GET', '/v1/replays/rpl_00000000000000000000000000');
  expect([missing.status, missing.body.code]).toEqual([404, 'not_found']);
  const wrong = await registry.call<Problem>('POST', '/v1/runs/replay', { filter: { status: ['queued'] } });
  expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_request']);
});
