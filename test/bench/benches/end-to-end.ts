import { setTimeout as sleep } from 'node:timers/promises';
import { warmUpLeads, type Bench, type BenchOptions } from '../bench.ts';
import { startGenerator, type Generator } from '../load/generator.ts';
import type { LoadPlan } from '../load/plan.ts';
import { quantile } from '../measure/statistics.ts';
import { append } from '../measure/append.ts';
import { cpuDuring, usageOf } from '../measure/usage.ts';
import { startRegistry } from '../stage/registry.ts';
import type { RunningService } from '../stage/service.ts';
import { openStage, type Stage } from '../stage/stage.ts';

/** Leads per second that are offered one after the other, until one is too much. */
const OFFERED = [500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000] as const;

/** At which offered load the time to first touch is judged. */
const JUDGED_PER_SECOND = 1_000;

/** A backlog of so much of the offered load at the end of a step is one that does not drain. */
const BACKLOG_SECONDS = 0.5;
const COLLECT_MS = 200;

/**
 * All services with Redis and MongoDB on one machine, and an offered load that grows until the queue no
 * longer drains or the door no longer keeps up; then the same while the recorder stands still, as if it
 * had a machine of its own. A step lasts ten rounds in the long form, else two.
 */
export const endToEnd: Bench = async (options, stack) => {
  const world = await openWorld(options, stack);
  await offer(world, Number.POSITIVE_INFINITY, { leads: warmUpLeads(options) });
  const steps = await climb(world);
  world.recorder.pause();
  world.isRecording = false;
  const unrecorded = await climb(world);
  world.stage.ledger.reconcile(world.runIds, world.sent);
  const sustained = steps.filter((step) => step.sustained).map(({ offered }) => offered);
  const judged = steps.find(({ offered }) => offered === JUDGED_PER_SECOND);
  return {
    rows: [...steps.map((step) => row('all', step)), ...unrecorded.map((step) => row('no recorder', step))],
    bars: [
      { what: 'sustained load', value: Math.max(0, ...sustained), unit: 'leads/s', least: 2_000 },
      {
        what: `p99 of the time to first touch at ${JUDGED_PER_SECOND} leads/s`,
        value: judged?.touchP99 ?? Number.POSITIVE_INFINITY,
        unit: 'ms',
        most: 1_000,
      },
    ],
    reconciled: world.sent,
  };
};

async function climb(world: World): Promise<Step[]> {
  const steps: Step[] = [];
  for (const perSecond of OFFERED) {
    const step = await offer(world, perSecond, { ms: world.stepMs });
    steps.push(step);
    if (!step.sustained) break;
  }
  return steps;
}

interface World {
  stage: Stage;
  recorder: Pick<RunningService, 'pause'>;
  isRecording: boolean;
  generator: Generator;
  url: string;
  pids: Record<'ingress' | 'runner' | 'registry' | 'mongodb' | 'redis', number>;
  stepMs: number;
  connections: number;
  sent: number;
  runIds: string[];
}

async function openWorld(options: BenchOptions, stack: AsyncDisposableStack): Promise<World> {
  const stage = await openStage(stack, options, { alone: false });
  const registry = await startRegistry(stage, stack);
  const task = await registry.createTask();
  const ingress = await stage.start('ingress');
  const runner = await stage.start('task-runner');
  const generator = await startGenerator();
  stack.defer(() => generator.close());
  return {
    stage,
    recorder: registry.service,
    isRecording: true,
    generator,
    url: task.webhook.url,
    pids: {
      ingress: ingress.pid,
      runner: runner.pid,
      registry: registry.service.pid,
      mongodb: registry.mongodb.pid,
      redis: stage.redisPid,
    },
    stepMs: options.roundMs * (options.full ? 10 : 2),
    connections: options.connections,
    sent: 0,
    runIds: [],
  };
}

type Step = Awaited<ReturnType<typeof offer>>;

/** The recorder removes from the run log what it has stored, so the log is followed while leads come. */
async function offer(world: World, perSecond: number, until: LoadPlan['until']) {
  const { stage, pids } = world;
  const following = setInterval(() => void stage.ledger.collect(), COLLECT_MS);
  const { cpuUs, result } = await cpuDuring(pids, () => sendAndDrain(world, perSecond, until)).finally(() =>
    clearInterval(following),
  );
  await stage.ledger.collect();
  world.sent += result.sent;
  append(world.runIds, result.runIds);
  const achieved = (result.sent / result.elapsedMs) * 1_000;
  const touches = stage.ledger.firstTouches(result.runIds);
  return {
    offered: perSecond,
    achieved,
    sustained: achieved > perSecond * 0.95 && result.backlog < perSecond * BACKLOG_SECONDS,
    backlog: result.backlog,
    acceptP50: result.latency.p50,
    acceptP99: result.latency.p99,
    touchP50: quantile(touches, 0.5),
    touchP99: quantile(touches, 0.99),
    cpu: Object.entries(cpuUs).map(([name, us]) => [`${name} µs`, us / result.sent] as const),
    rss: Object.entries(pids).map(
      ([name, pid]) => [`${name} MB`, usageOf(pid).rssBytes / 1_048_576] as const,
    ),
    generatorUs: result.cpuUs / result.sent,
  };
}

/** Until the queue is empty and, where the recorder works, everything is stored: it is part of what a lead costs. */
async function sendAndDrain(world: World, perSecond: number, until: LoadPlan['until']) {
  const { stage, generator, url, connections, sent } = world;
  const load = await generator.send({
    urls: [url],
    connections,
    first: sent,
    until,
    ...(Number.isFinite(perSecond) && { rate: perSecond }),
  });
  const { waiting, active } = await stage.queues.stats('preview');
  await stage.drained();
  while (world.isRecording && (await stage.redis.xlen(stage.keys.runLog)) > 0) await sleep(COLLECT_MS);
  return { ...load, backlog: waiting + active };
}

function row(running: string, step: Step): Record<string, string | number> {
  return {
    running,
    'offered/s': step.offered,
    'accepted/s': step.achieved,
    sustained: step.sustained ? 'yes' : 'no',
    backlog: step.backlog,
    'accept p50 ms': step.acceptP50,
    'accept p99 ms': step.acceptP99,
    'touch p50 ms': step.touchP50,
    'touch p99 ms': step.touchP99,
    ...Object.fromEntries(step.cpu),
    'generator µs': step.generatorUs,
    ...Object.fromEntries(step.rss),
  };
}
