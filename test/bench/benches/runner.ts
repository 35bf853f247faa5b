import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench.ts';
import { startGenerator } from '../load/generator.ts';
import { numbering } from '../load/numbering.ts';
import { medians } from '../measure/statistics.ts';
import { append } from '../measure/append.ts';
import { cpuDuring, usageOf } from '../measure/usage.ts';
import type { RunningService } from '../stage/service.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { startSubject, type Subject } from '../stage/subject.ts';
import { publishTasks } from '../stage/task.ts';

const CONCURRENCY = 50;
const POLL_MS = 20;

/**
 * The path of a lead in two halves, each while the other stands still: in through ingress, out through
 * task-runner with `preview`; and in through bare `addBulk`, out through an empty BullMQ worker.
 */
export const runner: Bench = async (options, stack) => {
  const stage = await openStage(stack, options);
  const product = await openProduct(stage, options, stack);
  const bare = await openBare(stage, options, stack);
  const samples: { product: Figures[]; bare: Figures[] } = { product: [], bare: [] };
  for (let i = 0; i <= options.rounds; i += 1) {
    const [productFigures, bareFigures] = [await product.round(), await bare.round()];
    if (i === 0) continue;
    samples.product.push(productFigures);
    samples.bare.push(bareFigures);
  }
  const own = medians(samples.product);
  const empty = medians(samples.bare);
  return {
    rows: [row('ingress + task-runner', own), row('addBulk + empty worker', empty)],
    bars: [
      { what: 'CPU of task-runner / empty worker', value: own.outUs / empty.outUs, unit: '×', most: 1.8 },
      {
        what: 'CPU of Redis over the whole path / bare',
        value: (own.redisInUs + own.redisOutUs) / (empty.redisInUs + empty.redisOutUs),
        unit: '×',
        most: 1.5,
      },
    ],
    reconciled: product.reconcile() + (await bare.reconcile()),
  };
};

/** Microseconds per lead. */
type Figures = {
  inUs: number;
  redisInUs: number;
  outUs: number;
  redisOutUs: number;
  outPerSecond: number;
  rssMb: number;
};

/** One way in and one way out. */
interface Path {
  leads: number;
  redisPid: number;
  inPid: number;
  out: Pick<RunningService, 'pid' | 'pause' | 'resume'>;
  fill: () => Promise<unknown>;
  drained: () => Promise<void>;
}

async function measure({ leads, redisPid, inPid, out, fill, drained }: Path): Promise<Figures> {
  out.pause();
  const filling = await cpuDuring({ in: inPid, redis: redisPid }, fill);
  const start = performance.now();
  const draining = await cpuDuring({ out: out.pid, redis: redisPid }, async () => {
    out.resume();
    await drained();
  });
  const seconds = (performance.now() - start) / 1_000;
  return {
    inUs: filling.cpuUs.in / leads,
    redisInUs: filling.cpuUs.redis / leads,
    outUs: draining.cpuUs.out / leads,
    redisOutUs: draining.cpuUs.redis / leads,
    outPerSecond: leads / seconds,
    rssMb: usageOf(out.pid).rssBytes / 1_048_576,
  };
}

async function openProduct(stage: Stage, options: BenchOptions, stack: AsyncDisposableStack) {
  const urls = (await publishTasks(stage, 1)).map(({ url }) => url);
  const ingress = await stage.start('ingress');
  const out = await stage.start('task-runner', { RUNNER_CONCURRENCY: String(CONCURRENCY) });
  const generator = await startGenerator();
  stack.defer(() => generator.close());
  const next = numbering();
  const runIds: string[] = [];
  const fill = async (): Promise<void> => {
    const { leads, connections } = options;
    const result = await generator.send({ urls, connections, first: next(), until: { leads } });
    next(leads);
    append(runIds, result.runIds);
  };
  const path = { leads: options.leads, redisPid: stage.redisPid, inPid: ingress.pid, out, fill };
  return {
    round: async () => {
      const figures = await measure({ ...path, drained: stage.drained });
      await stage.ledger.collect();
      return figures;
    },
    reconcile: () => {
      stage.ledger.reconcile(runIds, next());
      return runIds.length;
    },
  };
}

async function openBare(stage: Stage, options: BenchOptions, stack: AsyncDisposableStack) {
  const environment = {
    REDIS_URL: stage.redisUrl,
    QUEUE: 'bare',
    CONCURRENCY: String(CONCURRENCY),
  };
  const subject = async (name: string): Promise<Subject> => {
    const started = await startSubject(join(import.meta.dirname, '../subjects', `${name}.ts`), environment);
    stack.defer(() => started.close());
    return started;
  };
  const adder = await subject('bare-queue');
  const worker = await subject('empty-worker');
  const next = numbering();
  const { leads, connections: group } = options;
  const fill = async (): Promise<void> => {
    await adder.ask({ first: next(), jobs: leads, group });
    next(leads);
  };
  const drained = async (): Promise<void> => {
    while ((await waiting(stage)) > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  };
  const path = { leads, redisPid: stage.redisPid, inPid: adder.pid, out: worker, fill, drained };
  return {
    round: () => measure(path),
    reconcile: async () => {
      const done = await worker.ask<number>({});
      if (done !== next()) throw new Error(`the empty worker had ${done} of ${next()} jobs`);
      return done;
    },
  };
}

async function waiting({ redis }: Stage): Promise<number> {
  const [wait, active] = await Promise.all([redis.llen('bull:bare:wait'), redis.llen('bull:bare:active')]);
  return wait + active;
}

function row(path: string, figures: Figures): Record<string, string | number> {
  return {
    path,
    'in: CPU µs/lead': figures.inUs,
    'in: Redis µs/lead': figures.redisInUs,
    'out: CPU µs/lead': figures.outUs,
    'out: Redis µs/lead': figures.redisOutUs,
    'out: leads/s': figures.outPerSecond,
    'out: RSS MB': figures.rssMb,
  };
}
