import { expect, onTestFinished, test } from 'vitest';
import { newRunId, type FetchJob } from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import { createFetchQueue, startFetchWorker } from '../src/index.ts';
import { connect, open } from './connection.ts';

const job = (): FetchJob => ({
  run_id: newRunId(),
  task_id: 'task_1',
  revision: 1,
  provider: 'meta',
  lead_id: '1958340478230000',
  ids: { form_id: '793235552660000' },
  source: 'meta',
  test: false,
  received_at: Date.now(),
  attempts: 0,
});

test('a lead to fetch is added once, can be removed, and comes again when it is due', async () => {
  const { redis, keys } = await connect();
  const queue = createFetchQueue(redis, keys);
  onTestFinished(() => queue.close());
  const [first, second] = [job(), job()];
  await queue.add([first, second]);
  await queue.add([first]);
  expect(await queue.has(second.run_id)).toBe(true);
  expect(await queue.remove(second.run_id)).toBe(true);
  expect(await queue.has(second.run_id)).toBe(false);
  const seen: FetchJob[] = [];
  const worker = startFetchWorker({
    redis: await open('block'),
    keys,
    concurrency: 5,
    lockMs: 1_000,
    logger: silentLogger,
    abandoned: () => Promise.resolve(),
    process: async (fetchJob) => {
      seen.push(fetchJob);
      if (fetchJob.attempts === 1) return { done: true };
      return { done: false, dueAt: Date.now() + 50, job: { ...fetchJob, attempts: 1 } };
    },
  });
  onTestFinished(() => worker.close());
  await expect.poll(() => seen).toEqual([first, { ...first, attempts: 1 }]);
  await expect.poll(() => queue.has(first.run_id)).toBe(false);
});
