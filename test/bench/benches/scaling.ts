import type { Bar, Bench, BenchOptions } from '../bench.ts';
import { inTurns } from '../measure/in-turns.ts';
import { openPath, type Path } from '../stage/path.ts';

const FEW_WAITING = 1_000;
const MANY_WAITING = 1_000_000;
const MANY_TASKS = 100_000;

/** Without `--full`, what is a million is a twentieth of it. */
const SHARE = 0.05;

const SENT_PER_ROUND = 2_000;
/** Parts that the backlog comes in; the memory of ingress is looked at after each. */
const PARTS = 20;

/**
 * What a lead costs with few and with many leads waiting, with one task and with many; and the memory
 * of ingress while the many come. The paths that are compared have servers of their own and take turns.
 */
export const scaling: Bench = async (options, stack) => {
  const sizes = sizesOf(options);
  const few = await openPath(options, stack, 1);
  const many = await openPath(options, stack, 1);
  const tasks = await openPath(options, stack, sizes.tasks);
  await few.send(sizes.few);
  const memory = await fill(many, sizes.many);
  await tasks.send(sizes.few);
  const costs = await inTurns(options.rounds, { few, many, tasks }, (path) => costOf(path, sizes.perRound));
  const reconciled = (await few.reconcile()) + (await many.reconcile()) + (await tasks.reconcile());
  return {
    rows: [
      row(`${sizes.few} waiting, 1 task`, costs.few),
      row(`${sizes.many} waiting, 1 task`, costs.many),
      row(`${sizes.few} waiting, ${sizes.tasks} tasks`, costs.tasks),
    ],
    bars: [
      bar(`${sizes.many} / ${sizes.few} waiting`, costs.many, costs.few),
      bar(`${sizes.tasks} tasks / 1 task`, costs.tasks, costs.few),
      {
        what: `memory of ingress over ${sizes.many} leads, end / early`,
        value: memory,
        unit: '×',
        most: 1.2,
      },
    ],
    reconciled,
  };
};

/** A smoke test measures few leads, and compares small sizes with smaller ones. */
function sizesOf({ full, leads }: BenchOptions) {
  const share = full ? 1 : SHARE;
  const most = full ? Number.POSITIVE_INFINITY : leads * 10;
  return {
    few: Math.min(FEW_WAITING, leads),
    many: Math.min(MANY_WAITING * share, most),
    tasks: Math.min(MANY_TASKS * share, most),
    perRound: Math.min(SENT_PER_ROUND, leads),
  };
}

type Costs = Awaited<ReturnType<typeof costOf>>;

/** As many come in as go out, so that the backlog stays. */
async function costOf(path: Path, leads: number) {
  const inward = await path.costIn(leads);
  const outward = await path.costOut(leads);
  const sum = inward.ingress + inward.redis + outward.runner + outward.redis;
  return {
    ingress: inward.ingress,
    redisIn: inward.redis,
    runner: outward.runner,
    redisOut: outward.redis,
    sum,
  };
}

/**
 * Sends so many leads. Gives how the memory of ingress grew meanwhile: the largest of the last fifth of the
 * parts, against that of the second fifth, since the first is for warming up.
 */
async function fill(path: Path, leads: number): Promise<number> {
  const samples: number[] = [];
  for (let i = 0; i < PARTS; i += 1) {
    await path.send(Math.ceil(leads / PARTS));
    samples.push(path.ingressRss());
  }
  const fifth = PARTS / 5;
  return Math.max(...samples.slice(-fifth)) / Math.max(...samples.slice(fifth, 2 * fifth));
}

function row(path: string, costs: Costs): Record<string, string | number> {
  return {
    path,
    'ingress µs/lead': costs.ingress,
    'Redis in µs/lead': costs.redisIn,
    'task-runner µs/lead': costs.runner,
    'Redis out µs/lead': costs.redisOut,
    'sum µs/lead': costs.sum,
  };
}

function bar(what: string, large: Costs, small: Costs): Bar {
  return { what: `cost per lead, ${what}`, value: large.sum / small.sum, unit: '×', most: 1.3 };
}
