import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRunId, type Run, type Task } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { accepted, mario } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

describe('held runs', () => {
  async function held(task: Task): Promise<string> {
    const id = newRunId();
    await registry.log(accepted(id, task.id, { status: 'held' }));
    await registry.runWhen(id, ({ status }) => status === 'held');
    return id;
  }

  it('start when the task is resumed, with the revision it then has', async () => {
    const task = await registry.createTask();
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const id = await held(task);
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { name: 'Due' });
    expect(await registry.jobOf(id)).toBeNull();
    await registry.call('POST', `/v1/tasks/${task.id}/resume`);
    const run = await registry.runWhen(id, ({ status }) => status === 'queued');
    expect(run.task_revision).toBe(2);
    const job = await until('the job', () => registry.jobOf(id));
    expect(job).toMatchObject({ revision: 2, lead: mario });
    expect(job.due_at).toBeGreaterThan(Date.now() - 60_000);
  });

  it('start when their event is recorded after the task was resumed', async () => {
    const task = await registry.createTask();
    const id = newRunId();
    await registry.log(accepted(id, task.id, { status: 'held' }));
    await registry.runWhen(id, ({ status }) => status === 'queued');
    expect(await until('the job', () => registry.jobOf(id))).toMatchObject({ run_id: id });
  });

  it('are not held again by their first event coming a second time', async () => {
    const task = await registry.createTask();
    const id = newRunId();
    await registry.log(accepted(id, task.id, { status: 'held' }));
    await registry.runWhen(id, ({ status }) => status === 'queued');
    await registry.log(accepted(id, task.id, { status: 'held' }), accepted(newRunId(), task.id));
    await until(
      'the log to be recorded',
      async () => (await registry.redis.xlen(registry.keys.runLog)) === 0,
    );
    expect((await registry.call<Run>('GET', `/v1/runs/${id}`)).body.status).toBe('queued');
  });

  it('are cancelled when the task is deleted', async () => {
    const task = await registry.createTask();
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const id = await held(task);
    await registry.call('DELETE', `/v1/tasks/${task.id}`);
    const run = await registry.runWhen(id, ({ status }) => status === 'cancelled');
    expect(run.reason?.code).toBe('task_deleted');
  });

  it('can be cancelled', async () => {
    const task = await registry.createTask();
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const id = await held(task);
    expect((await registry.call<Run>('POST', `/v1/runs/${id}/cancel`)).body.status).toBe('cancelled');
    await registry.call('POST', `/v1/tasks/${task.id}/resume`);
    expect(await registry.jobOf(id)).toBeNull();
  });

  it('hold a replay while the task is paused', async () => {
    const task = await registry.createTask();
    const id = await registry.endedRun(task);
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const { body } = await registry.call<{ run_id: string }>('POST', `/v1/runs/${id}/replay`);
    await registry.runWhen(body.run_id, ({ status }) => status === 'held');
    await registry.call('POST', `/v1/tasks/${task.id}/resume`);
    await registry.runWhen(body.run_id, ({ status }) => status === 'queued');
    expect(await until('the job', () => registry.jobOf(body.run_id))).not.toBeNull();
  });
});
