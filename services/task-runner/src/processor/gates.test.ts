import { expect, test } from 'vitest';
import {
  newRunId,
  newTaskId,
  progressOrder,
  withTaskDefaults,
  type RunLogEvent,
  type StepJob,
} from '@taskhook/contracts';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { compileTask, createTemplateEngine } from '@taskhook/templating';
import { createRunnerEvents } from '../events.ts';
import { createRunnerMetrics } from '../metrics.ts';
import type { Delivery } from '../channels/channel.ts';
import { createChannels } from '../channels/index.ts';
import type { ProcessorDeps } from './deps.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { runStep } from './run-step.ts';

const reason = { code: 'window', message: 'Not at night.' };

const definition = withTaskDefaults({
  name: 'Corso',
  steps: [
    { id: 'first', channel: 'preview', message: { text: 'Ciao {{full_name}}' } },
    { id: 'second', channel: 'preview', message: { text: 'Ancora' } },
  ],
});

function stepJob(more: Partial<StepJob>): StepJob {
  return {
    run_id: newRunId(),
    task_id: newTaskId(),
    revision: 1,
    step: 0,
    lead: { full_name: 'Mario Rossi', phone: null, email: null, extra_fields: {} },
    source: 'generic',
    test: false,
    received_at: 0,
    attempts: 0,
    delivered: false,
    ...more,
  };
}

/** Works once on a step whose gates say one after the other what they are told to. */
async function workOn(gates: readonly Gate[], more: Partial<StepJob> = {}) {
  const log: RunLogEvent[] = [];
  const queued: StepJob[] = [];
  const metrics = createMetrics();
  const engine = createTemplateEngine();
  const deps = {
    readModel: { task: async () => null },
    runLog: { append: async (...events: RunLogEvent[]) => void log.push(...events) },
    queues: {
      add: async (steps: readonly { job: StepJob }[]) => void queued.push(...steps.map(({ job }) => job)),
    },
    tasks: async () => ({ definition, compiled: compileTask(engine, definition) }),
    channels: createChannels({} as Parameters<typeof createChannels>[0], engine, {
      statusCallback: () => undefined,
      unsubscribe: () => undefined,
    }),
    events: createRunnerEvents(silentLogger, createRunnerMetrics(metrics)),
    attempts: {
      of: () => ({}),
      taken: async () => undefined,
      lost: async () => undefined,
    },
    isCancelled: async () => false,
    gates,
  } as unknown as ProcessorDeps;
  const job = stepJob(more);
  const verdict = await runStep(deps, job, new AbortController().signal);
  return { job, verdict, log, queued, exposed: (await metrics.expose()).text };
}

const says = (verdict: GateVerdict | undefined): Gate => ({ ask: () => verdict });

test('an attempt that is put off uses none up, and its run shows until when and why', async () => {
  const dueAt = Date.now() + 60_000;
  const { job, verdict, log, exposed } = await workOn([says({ kind: 'later', dueAt, reason, tell: true })]);
  expect(verdict).toEqual({
    done: false,
    dueAt,
    job: { ...job, first_due_at: 0, due_at: dueAt, deferrals: 1 },
  });
  expect(log).toMatchObject([
    { status: 'waiting', reason: null, step: { id: 'first', status: 'waiting', due_at: dueAt, reason } },
  ]);
  expect(exposed).toContain('taskhook_steps_deferred_total{channel="preview",reason="window"} 1');
  expect(exposed).not.toContain('taskhook_attempts_total{');
});

test('each deferral that is told of beats the one before, and the outcome beats them all', async () => {
  const gate = says({ kind: 'later', dueAt: 1, reason, tell: true });
  const orders = await Promise.all(
    [0, 1, 7].map(async (deferrals) => {
      const [event] = (await workOn([gate], { deferrals })).log;
      return event?.type === 'progress' ? event.order : 0;
    }),
  );
  const outcome = progressOrder(0, 0, 'attempted');
  expect([...orders, outcome].toSorted((a, b) => a - b)).toEqual([...orders, outcome]);
  expect(new Set(orders).size).toBe(3);
});

test('an attempt that is put off by seconds writes nothing to the run', async () => {
  const { job, verdict, log } = await workOn([says({ kind: 'later', dueAt: 5, reason, tell: false })]);
  expect(verdict).toEqual({ done: false, dueAt: 5, job: { ...job, first_due_at: 0, due_at: 5 } });
  expect(log).toEqual([]);
});

test('a step that a gate skips lets the run go on', async () => {
  const { log, queued } = await workOn([says({ kind: 'skip', reason })], { deferrals: 3 });
  expect(log).toMatchObject([
    { status: 'queued', step: { id: 'first', status: 'skipped', reason } },
    { status: 'queued', step: { id: 'second', status: 'queued' } },
  ]);
  expect(queued).toMatchObject([{ step: 1, delivered: false }]);
  expect(queued[0]).not.toHaveProperty('deferrals');
});

test.each([
  [{ kind: 'fail', reason }, 'failed', 'failed'],
  [{ kind: 'end', status: 'cancelled', reason }, 'cancelled', 'cancelled'],
  [{ kind: 'end', status: 'succeeded', reason }, 'succeeded', 'skipped'],
] as const)('the verdict %j ends the run as %s and its step as %s', async (verdict, status, stepStatus) => {
  const { log, queued, exposed } = await workOn([says(verdict)]);
  expect(log).toMatchObject([{ status, step: { status: stepStatus, reason } }]);
  expect(queued).toEqual([]);
  expect(exposed).toContain(`taskhook_runs_finished_total{status="${status}"} 1`);
});

test('gates are asked in their order until one has a verdict, with what is to be sent', async () => {
  const asked: string[] = [];
  const named = (name: string, verdict?: GateVerdict): Gate => ({
    ask: (_work, rendered) => {
      asked.push(`${name}: ${rendered.channel === 'preview' ? rendered.text : ''}`);
      return verdict;
    },
  });
  await workOn([named('a'), named('b', { kind: 'skip', reason }), named('c')]);
  expect(asked).toEqual(['a: Ciao Mario Rossi', 'b: Ciao Mario Rossi']);
});

test('gates are told of the outcome of the attempt that they let go, and of no other', async () => {
  const told: (Delivery | undefined)[] = [];
  const gate: Gate = { ask: () => undefined, attempted: (_work, delivery) => void told.push(delivery) };
  const { queued } = await workOn([gate]);
  await workOn([gate, says({ kind: 'skip', reason })]);
  expect(told).toMatchObject([{ outcome: 'delivered' }]);
  expect(queued).toHaveLength(1);
});
