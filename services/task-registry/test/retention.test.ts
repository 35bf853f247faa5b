import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  DAY,
  newQuarantineId,
  newRunId,
  newSampleId,
  type RunLogEvent,
  type Task,
} from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { accepted, progress, quarantined } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

const old = Date.now() - 40 * DAY;

let first: Harness;
beforeAll(async () => {
  first = await startHarness();
});
afterAll(() => first.close());

function sampled(taskId: string): RunLogEvent & { type: 'sampled' } {
  const request = { method: 'POST', query: '', headers: {}, body: '' };
  return { type: 'sampled', sample_id: newSampleId(old), task_id: taskId, received_at: old, request };
}

/** A registry that sweeps when it starts. */
async function swept(environment: Record<string, string>, check: (harness: Harness) => Promise<void>) {
  const second = await startHarness({ settings: first.settings, environment });
  try {
    await check(second);
  } finally {
    await second.close();
  }
}

const statusOf = async (harness: Harness, path: string) => (await harness.call('GET', path)).status;

it('removes ended runs, quarantine and samples that are older than the task keeps them, and nothing else', async () => {
  const [short, long] = await Promise.all([
    first.createTask({ name: 'Corta', retention_days: 30, lead: { required: ['phone'] } }),
    first.createTask({ name: 'Lunga' }),
  ]);
  const ids = (task: Task) => ({ task, ended: newRunId(old), open: newRunId(old), late: newRunId(old) });
  const [a, b] = [ids(short), ids(long)];
  const entry = newQuarantineId(old);
  for (const { task, ended, open, late } of [a, b]) {
    await first.log(
      accepted(ended, task.id, { received_at: old }),
      progress(ended, task.id, 'failed', { at: old + DAY }),
      accepted(open, task.id, { received_at: old }),
      progress(open, task.id, 'waiting', { at: old }),
      accepted(late, task.id, { received_at: old }),
      progress(late, task.id, 'succeeded', { at: Date.now() }),
    );
  }
  const fresh = quarantined(short.id, 'x');
  await first.log(
    quarantined(short.id, 'x', { quarantine_id: entry, received_at: old }),
    fresh,
    sampled(short.id),
    sampled(long.id),
  );
  await first.entryWhen(entry);
  const samplesOf = async (harness: Harness, task: Task) =>
    (await harness.call<{ items: unknown[] }>('GET', `/v1/tasks/${task.id}/samples`)).body.items.length;
  await until('the samples', async () => (await samplesOf(first, long)) === 1);

  await swept({ SAMPLE_DAYS: '60' }, async (second) => {
    await until('the ended run to go', async () => (await statusOf(second, `/v1/runs/${a.ended}`)) === 404);
    await until('the sample to go', async () => (await samplesOf(second, short)) === 0);
    expect(await statusOf(second, `/v1/quarantine/${entry}`)).toBe(404);
    const kept = [a.open, a.late, b.ended, b.open, b.late].map((id) => `/v1/runs/${id}`);
    for (const path of [...kept, `/v1/quarantine/${fresh.quarantine_id}`])
      expect([path, await statusOf(second, path)]).toEqual([path, 200]);
    expect(await samplesOf(second, long)).toBe(1);
    await until('the figure of what was removed', async () =>
      (await second.metrics()).includes('taskhook_retention_removed_total{kind="runs"} 1'),
    );
  });
});

it('keeps runs of tasks that say nothing for as long as is configured', async () => {
  const task = await first.createTask();
  const [older, newer] = [newRunId(old - 20 * DAY), newRunId(old)];
  for (const [id, at] of [
    [older, old - 20 * DAY],
    [newer, old],
  ] as const) {
    await first.log(accepted(id, task.id, { received_at: at }), progress(id, task.id, 'succeeded', { at }));
    await first.runWhen(id, ({ status }) => status === 'succeeded');
  }
  await swept({ RETENTION_DAYS: '50' }, async (second) => {
    await until('the older run to go', async () => (await statusOf(second, `/v1/runs/${older}`)) === 404);
    expect(await statusOf(second, `/v1/runs/${newer}`)).toBe(200);
  });
});

it('lets the retention of a task be set and taken away', async () => {
  const task = await first.createTask({ retention_days: 7 });
  expect(task.retention_days).toBe(7);
  const { body } = await first.call<Task>('PATCH', `/v1/tasks/${task.id}`, { retention_days: null });
  expect(body.retention_days).toBeUndefined();
  expect((await first.call('POST', '/v1/tasks', { name: 'x', retention_days: 0 })).status).toBe(400);
});
