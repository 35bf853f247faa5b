import { afterAll, beforeAll, expect, it } from 'vitest';
import { newRunId, type StepJob } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { accepted, mario } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness({ environment: { STUCK_RUN_AGE: '200ms' } });
});
afterAll(() => registry.close());

it('queues a run again that was logged and never got its job', async () => {
  const task = await registry.createTask();
  const id = newRunId();
  await registry.log(accepted(id, task.id));
  expect(await until('the job', () => registry.queues.has('preview', id, 0))).toBe(true);
});

it('leaves a run alone whose job waits', async () => {
  const task = await registry.createTask();
  const id = newRunId();
  const job: StepJob = {
    run_id: id,
    task_id: task.id,
    revision: 1,
    step: 0,
    lead: mario,
    source: 'generic',
    test: false,
    received_at: Date.now(),
    attempts: 0,
    delivered: false,
  };
  await registry.queues.add([{ channel: 'preview', job }]);
  const { prefix, name } = registry.keys.queue('preview');
  const marked = `${prefix}:${name}:${id}-0`;
  await registry.redis.hset(marked, 'seen', '1');
  await registry.log(accepted(id, task.id));
  await registry.runWhen(id, () => true);
  // A later run that is lost shows that the search has been over this one.
  const lost = newRunId();
  await registry.log(accepted(lost, task.id));
  await until('the job of the lost run', () => registry.queues.has('preview', lost, 0));
  expect(await registry.redis.hget(marked, 'seen')).toBe('1');
});
