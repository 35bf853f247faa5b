import { expect, test } from 'vitest';
import { newRunId, newTaskId, progressOrder, type RunLogEvent, type StepJob } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { silentLogger, createMetrics } from '@taskhook/telemetry';
import { createRunnerEvents } from '../events.ts';
import { createRunnerMetrics } from '../metrics.ts';
import { abandonStep } from './abandon-step.ts';

const job: StepJob = {
  run_id: newRunId(),
  task_id: newTaskId(),
  revision: 1,
  step: 1,
  lead: { full_name: null, phone: null, email: null, extra_fields: {} },
  source: 'generic',
  test: false,
  received_at: 0,
  attempts: 2,
  delivered: true,
};

async function abandoned(cause: Error) {
  const log: RunLogEvent[] = [];
  const metrics = createMetrics();
  await abandonStep(
    {
      runLog: { append: async (...events) => void log.push(...events) },
      events: createRunnerEvents(silentLogger, createRunnerMetrics(metrics)),
    },
    job,
    cause,
  );
  return { log, exposed: (await metrics.expose()).text };
}

test.each([
  ['brought its worker down', new Error('job stalled more than allowable limit'), 'worker_lost'],
  ['found no revision', new TaskhookError('revision_missing', 'not known'), 'revision_missing'],
  ['met a bug', new TypeError('mario@example.it is not a function'), 'internal_error'],
])('a step that %s to the end fails its run with the reason', async (_name, cause, code) => {
  const { log, exposed } = await abandoned(cause);
  expect(log).toMatchObject([{ type: 'progress', run_id: job.run_id, status: 'failed', reason: { code } }]);
  expect(JSON.stringify(log)).not.toContain('mario');
  expect(exposed).toContain('taskhook_runs_finished_total{status="failed"} 1');
});

test('the failure beats a success of the step after which the next one could not be queued', async () => {
  const [event] = (await abandoned(new Error('x'))).log;
  const order = event?.type === 'progress' ? event.order : 0;
  expect(order).toBeGreaterThan(progressOrder(1, 2, 'finished'));
  expect(order).toBeGreaterThan(progressOrder(2, 0, 'waiting'));
  expect(order).toBeLessThan(progressOrder(2, 0, 'finished'));
});
