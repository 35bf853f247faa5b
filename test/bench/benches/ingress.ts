import { join } from 'node:path';
import type { Bar, Bench, BenchOptions } from '../bench.ts';
import { startGenerator, type Generator } from '../load/generator.ts';
import type { LoadPlan } from '../load/plan.ts';
import { numbering } from '../load/numbering.ts';
import { medians } from '../measure/statistics.ts';
import { cpuDuring, usageOf } from '../measure/usage.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { startSubject } from '../stage/subject.ts';
import { publishTasks } from '../stage/task.ts';

/** One of the servers that are compared. */
interface Server {
  name: string;
  pid: number;
  url: string;
}

type Figures = Awaited<ReturnType<typeof sendRound>>['figures'];

/**
 * Ingress, full path, against a bare `node:http` server that stores nothing, and against the plain way:
 * Express and one `queue.add` per request. The leads that ingress took are finished by a task-runner
 * that stands still while anything is measured.
 */
export const ingress: Bench = async (options, stack) => {
  const stage = await openStage(stack, options);
  const { servers, runner } = await startServers(stage, stack);
  const generator = await startGenerator();
  stack.defer(() => generator.close());
  const next = numbering();
  const runIds: string[] = [];
  let sent = 0;
  const { connections, roundMs, leads } = options;
  const timed = { ms: roundMs };
  const round = async (server: Server, until: LoadPlan['until'], rate?: number): Promise<Figures> => {
    const plan = { connections, until, urls: [server.url], first: next() };
    const { figures, result } = await sendRound(stage, generator, server, {
      ...plan,
      ...(rate === undefined ? {} : { rate }),
    });
    next(result.sent);
    if (server !== servers.ingress) return figures;
    sent += result.sent;
    runIds.push(...result.runIds);
    runner.resume();
    await stage.drained();
    await stage.ledger.collect();
    runner.pause();
    return figures;
  };
  // By leads and not by time: a slow server has as much to learn as a fast one.
  for (const server of Object.values(servers)) await round(server, { leads: Math.ceil(leads / 2) });
  const { bare, ingress: own, plain } = await interleave(options, servers, (server) => round(server, timed));
  const rate = own.perSecond / 2;
  const atHalf = await interleave(options, { bare: servers.bare, ingress: servers.ingress }, (server) =>
    round(server, timed, rate),
  );
  stage.ledger.reconcile(runIds, sent);
  return {
    rows: [
      row('bare node:http', bare),
      row('ingress', own),
      row('plain way', plain),
      row(`bare node:http at ${Math.round(rate)}/s`, atHalf.bare),
      row(`ingress at ${Math.round(rate)}/s`, atHalf.ingress),
    ],
    bars: bars({ bare, own, plain }, atHalf),
    reconciled: sent,
  };
};

async function startServers(stage: Stage, stack: AsyncDisposableStack) {
  const [task] = await publishTasks(stage, 1);
  if (task === undefined) throw new Error('no task was published');
  const service = await stage.start('ingress');
  const runner = await stage.start('task-runner');
  runner.pause();
  const subject = async (name: string): Promise<Server> => {
    const module = join(import.meta.dirname, '../subjects', `${name}.ts`);
    const started = await startSubject(module, { REDIS_URL: stage.redisUrl });
    stack.defer(() => started.close());
    return { name, pid: started.pid, url: `http://127.0.0.1:${String(started.first)}/w/plain` };
  };
  const servers = {
    bare: await subject('bare-server'),
    ingress: { name: 'ingress', pid: service.pid, url: task.url },
    plain: await subject('plain-server'),
  };
  return { servers, runner };
}

async function sendRound(stage: Stage, generator: Generator, server: Server, plan: LoadPlan) {
  const pids = { server: server.pid, redis: stage.redisPid };
  const { cpuUs, result } = await cpuDuring(pids, () => generator.send(plan));
  const figures = {
    perSecond: (result.sent / result.elapsedMs) * 1_000,
    cpuUs: cpuUs.server / result.sent,
    redisUs: cpuUs.redis / result.sent,
    generatorUs: result.cpuUs / result.sent,
    p50: result.latency.p50,
    p99: result.latency.p99,
    rssMb: usageOf(server.pid).rssBytes / 1_048_576,
  };
  return { figures, result };
}

/** Every server in turn, several times over, after a round of each to warm up. */
async function interleave<K extends string>(
  { rounds }: BenchOptions,
  servers: Record<K, Server>,
  measure: (server: Server) => Promise<Figures>,
): Promise<Record<K, Figures>> {
  const names = Object.keys(servers) as K[];
  const samples = new Map<K, Figures[]>(names.map((name) => [name, []]));
  for (let i = 0; i <= rounds; i += 1) {
    for (const name of names) {
      const figures = await measure(servers[name]);
      if (i > 0) samples.get(name)?.push(figures);
    }
  }
  const entries = names.map((name) => [name, medians(samples.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<K, Figures>;
}

function row(subject: string, figures: Figures): Record<string, string | number> {
  return {
    subject,
    'leads/s': figures.perSecond,
    'CPU µs/lead': figures.cpuUs,
    'Redis µs/lead': figures.redisUs,
    'generator µs/lead': figures.generatorUs,
    'p50 ms': figures.p50,
    'p99 ms': figures.p99,
    'RSS MB': figures.rssMb,
  };
}

function bars(
  { bare, own, plain }: Record<'bare' | 'own' | 'plain', Figures>,
  atHalf: Record<'bare' | 'ingress', Figures>,
): Bar[] {
  return [
    { what: 'CPU of ingress / bare node:http', value: own.cpuUs / bare.cpuUs, unit: '×', most: 3 },
    { what: 'leads/s of ingress / plain way', value: own.perSecond / plain.perSecond, unit: '×', least: 2 },
    {
      what: 'p99 at half load, ingress / bare node:http',
      value: atHalf.ingress.p99 / atHalf.bare.p99,
      unit: '×',
      most: 5,
    },
  ];
}
