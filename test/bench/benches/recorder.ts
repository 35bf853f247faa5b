import {
  newRunId,
  progressOrder,
  type RunAccepted,
  type RunLogEvent,
  type RunProgress,
} from '@taskhook/contracts';
import { appendRunLog } from '@taskhook/queue';
import { until } from '@taskhook/testing';
import type { Bench } from '../bench.ts';
import { leadBody } from '../load/lead.ts';
import { medians } from '../measure/statistics.ts';
import { cpuDuring, usageOf } from '../measure/usage.ts';
import { startRegistry, type Registry } from '../stage/registry.ts';
import { openStage, type Stage } from '../stage/stage.ts';

const EVENTS_PER_ENTRY = 100;
const STORED_MS = 300_000;

/** Half of the leads of the other benches: an embedded MongoDB takes its time for each write. */
const SHARE = 0.5;

/**
 * The recorder: how fast it stores the runs that wait in the run log, and at what cost. Each run has two
 * events, its acceptance and its end.
 */
export const recorder: Bench = async (options, stack) => {
  const stage = await openStage(stack, options);
  const registry = await startRegistry(stage, stack);
  const task = await registry.createTask();
  const runs = Math.ceil(options.leads * SHARE);
  const samples: Figures[] = [];
  let reconciled = 0;
  for (let i = 0; i <= options.rounds; i += 1) {
    registry.service.pause();
    const runIds = await fillRunLog(stage, task.id, runs);
    const figures = await measure(stage, registry, runs);
    if (i > 0) samples.push(figures);
    reconciled += await reconcile(registry, runIds);
  }
  const { runsPerSecond, registryUs, mongodbUs, redisUs, rssMb } = medians(samples);
  const row = {
    store: registry.mongodb.kind,
    'runs/s': runsPerSecond,
    'task-registry µs/run': registryUs,
    'MongoDB µs/run': mongodbUs,
    'Redis µs/run': redisUs,
    'RSS MB': rssMb,
  };
  return { rows: [row], bars: [], reconciled };
};

type Figures = Awaited<ReturnType<typeof measure>>;

async function fillRunLog(stage: Stage, taskId: string, runs: number): Promise<string[]> {
  const runIds = Array.from({ length: runs }, () => newRunId());
  const events = runIds.flatMap((runId, n): RunLogEvent[] => [
    accepted(runId, taskId, n),
    delivered(runId, taskId),
  ]);
  for (let at = 0; at < events.length; at += EVENTS_PER_ENTRY) {
    await appendRunLog(stage.redis, stage.keys.runLog, events.slice(at, at + EVENTS_PER_ENTRY));
  }
  return runIds;
}

function accepted(runId: string, taskId: string, n: number): RunAccepted {
  const { full_name, phone, email, ...extra_fields } = JSON.parse(leadBody(n)) as Record<string, string>;
  return {
    type: 'accepted',
    run_id: runId,
    task_id: taskId,
    revision: 1,
    status: 'queued',
    test: false,
    source: 'generic',
    replay_of: null,
    lead: { full_name: full_name ?? null, phone: phone ?? null, email: email ?? null, extra_fields },
    received_at: Date.now(),
  };
}

function delivered(runId: string, taskId: string): RunProgress {
  const at = new Date().toISOString();
  const outcome = { outcome: 'delivered', duration_ms: 0, status_code: null, error: null } as const;
  return {
    type: 'progress',
    run_id: runId,
    task_id: taskId,
    revision: 1,
    at: Date.now(),
    order: progressOrder(0, 0, 'finished'),
    status: 'succeeded',
    reason: null,
    step: {
      index: 0,
      id: 'welcome',
      channel: 'preview',
      status: 'succeeded',
      due_at: null,
      reason: null,
      rendered: { text: 'Ciao Mario Rossi, a Bologna parte Corso di Marketing.' },
      attempt: { n: 1, at, ...outcome },
    },
  };
}

/** The recorder removes what it has stored: an empty run log is a stored one. */
async function measure(stage: Stage, { service, mongodb }: Registry, runs: number) {
  const pids = { registry: service.pid, mongodb: mongodb.pid, redis: stage.redisPid };
  const start = performance.now();
  const { cpuUs } = await cpuDuring(pids, async () => {
    service.resume();
    const isStored = async () => (await stage.redis.xlen(stage.keys.runLog)) === 0;
    await until('the run log to be stored', isStored, STORED_MS);
  });
  return {
    runsPerSecond: (runs / (performance.now() - start)) * 1_000,
    registryUs: cpuUs.registry / runs,
    mongodbUs: cpuUs.mongodb / runs,
    redisUs: cpuUs.redis / runs,
    rssMb: usageOf(service.pid).rssBytes / 1_048_576,
  };
}

async function reconcile(registry: Registry, runIds: readonly string[]): Promise<number> {
  for (const id of runIds) {
    const { status } = await registry.run(id);
    if (status !== 'succeeded') throw new Error(`run ${id} is recorded as ${status}`);
  }
  return runIds.length;
}
