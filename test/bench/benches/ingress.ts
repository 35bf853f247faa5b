import { join } from 'node:path';
import { warmUpLeads, type Bar, type Bench } from '../bench.ts';
import { startGenerator, type Generator } from '../load/generator.ts';
import type { LoadPlan } from '../load/plan.ts';
import { numbering } from '../load/numbering.ts';
import { inTurns } from '../measure/in-turns.ts';
import { append } from '../measure/append.ts';
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
  const { connections, roundMs } = options;
  const timed = { ms: roundMs };
  const round = async (server: Server, until: LoadPlan['until'], rate?: number): Promise<Figures> => {
    const plan = { connections, until, urls: [server.url], first: next() };
    const { figures, result } = await sendRound(stage, generator, server, {
      ...plan,
      ...(rate === undefined ? {} : { rate }),
    });
    next(result.sent);
    if (server.pid !== servers.ingress.pid) return figures;
    sent += result.sent;
    append(runIds, result.runIds);
    runner.resume();
    await stage.drained();
    await stage.ledger.collect();
    runner.pause();
    return figures;
  };
  // By leads and not by time: a slow server has as much to learn as a fast one.
  for (const server of Object.values(servers)) await round(server, { leads: warmUpLeads(options) });
  const {
    bare,
    ingress: own,
    plain,
  } = await inTurns(options.rounds, servers, (server) => round(server, timed));
  // At its own most a bare server has several requests at each turn of its loop, which makes them cheap.
  const paced = await inTurns(options.rounds, { bare: servers.bare, ingress: servers.ingress }, (server) =>
    round(server, timed, server === servers.bare ? own.perSecond : undefined),
  );
  const rate = own.perSecond / 2;
  const unsynced = { ...servers.ingress, name: 'unsynced' };
  const half = { bare: servers.bare, ingress: servers.ingress, unsynced };
  const atHalf = await inTurns(options.rounds, half, async (server) => {
    await stage.redis.config('SET', 'appendfsync', server === unsynced ? 'no' : 'always');
    return round(server, timed, rate);
  });
  stage.ledger.reconcile(runIds, sent);
  return {
    rows: [
      row('bare node:http', bare),
      row('ingress', own),
      row('plain way', plain),
      row(`bare node:http at ${Math.round(own.perSecond)}/s`, paced.bare),
      row('ingress, beside it', paced.ingress),
      row(`bare node:http at ${Math.round(rate)}/s`, atHalf.bare),
      row(`ingress at ${Math.round(rate)}/s`, atHalf.ingress),
      row(`ingress at ${Math.round(rate)}/s without fsync`, atHalf.unsynced),
    ],
    bars: bars({ bare, own, plain }, paced, atHalf),
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

type Pair = Record<'bare' | 'ingress', Figures>;

function bars(
  { bare, own, plain }: Record<'bare' | 'own' | 'plain', Figures>,
  paced: Pair,
  atHalf: Pair & { unsynced: Figures },
): Bar[] {
  const most = (what: string, value: number, bar: number): Bar => ({ what, value, unit: '×', most: bar });
  return [
    most('CPU of ingress / bare node:http', own.cpuUs / bare.cpuUs, 3),
    most('CPU of ingress / bare node:http at the same rate', paced.ingress.cpuUs / paced.bare.cpuUs, 3),
    { what: 'leads/s of ingress / plain way', value: own.perSecond / plain.perSecond, unit: '×', least: 2 },
    most('p99 at half load, ingress / bare node:http', atHalf.ingress.p99 / atHalf.bare.p99, 5),
    most('the same without fsync', atHalf.unsynced.p99 / atHalf.bare.p99, 5),
  ];
}
