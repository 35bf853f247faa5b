import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newRunId, type StepJob } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { connect } from './connect.ts';
import { arrivalsReceiver, type Arrival } from './arrivals.ts';
import { mario, platform, type Platform } from './runner.ts';
import { spawnRunner } from './spawn-runner.ts';

/** `LIMITED_LEADS=10000` for the whole of it, which takes a minute and three quarters. */
const LEADS = Number(process.env['LIMITED_LEADS'] ?? 1_500);
const RATE = 100;
/** The whole of it holds the bar; a short run beside other work may see calls come together that went apart. */
const MOST = process.env['LIMITED_LEADS'] === undefined ? 1.1 * RATE : 1.05 * RATE;
const ALONE_MS = 6_000;
const EVERY_MS = 100;

test(
  'a crowd at a limited connection goes at its pace from two runners, each once, and another connection is not slowed',
  { timeout: 90_000 + (LEADS / RATE) * 5_000 },
  async () => {
    const world = await platform();
    const receiver = await arrivalsReceiver();
    const more = { TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8', LOG_LEVEL: 'warn' };
    await Promise.all([spawnRunner(world, more), spawnRunner(world, more)]);
    const limited = await smsTask(world, `${receiver.url}/limited`, { rate: RATE });
    const free = await smsTask(world, `${receiver.url}/free`);

    const trickle = leadsByAndBy(world, free);
    await sleep(ALONE_MS);
    const crowdFrom = Date.now();
    const crowd = await addCrowd(world, limited);
    const arrived = await until(
      'the crowd',
      async () => {
        const calls = (await receiver.arrivals()).filter(({ path }) => path === '/limited');
        if (calls.length < LEADS) await sleep(500);
        return calls.length >= LEADS && calls;
      },
      60_000 + (LEADS / RATE) * 4_000,
    );
    const others = await trickle.stop();
    const calls = await until('the other leads', async () => {
      const found = (await receiver.arrivals()).filter(({ path }) => path === '/free');
      return found.length >= others.size && found;
    });
    const touches = calls.map(({ id, at }) => {
      const received = others.get(id) ?? Number.NaN;
      return { ms: at - received, beside: received >= crowdFrom };
    });
    const alone = p99(touches.filter(({ beside }) => !beside).map(({ ms }) => ms));
    const beside = p99(touches.filter((touch) => touch.beside).map(({ ms }) => ms));
    const figures = {
      most: mostInASecond(arrived),
      seconds: ((arrived.at(-1)?.at ?? 0) - (arrived[0]?.at ?? 0)) / 1_000,
      alone,
      beside,
    };
    console.info(JSON.stringify(figures));
    expect(new Set(arrived.map(({ id }) => id))).toEqual(new Set(crowd));
    expect(arrived).toHaveLength(LEADS);
    expect(calls).toHaveLength(others.size);
    expect(figures.most).toBeLessThanOrEqual(MOST);
    expect(beside - alone).toBeLessThan(1_000);
  },
);

async function smsTask(world: Platform, url: string, rate?: { rate: number }) {
  const settings = {
    url: `${url}?id={{id | url_encode}}`,
    ...(rate === undefined ? {} : { limits: rate }),
  };
  const connection = await connect(world, { provider: 'sms-http', settings, secrets: {} });
  return world.task({
    steps: [{ id: 'sms', channel: 'sms', connection, message: { text: 'Ciao {{full_name}}' } }],
  });
}

type PublishedTask = Awaited<ReturnType<typeof smsTask>>;

function jobOf({ id, revision }: PublishedTask): StepJob {
  return {
    run_id: newRunId(),
    task_id: id,
    revision,
    step: 0,
    lead: mario,
    source: 'generic',
    test: false,
    received_at: Date.now(),
    attempts: 0,
    delivered: false,
  };
}

const idOf = ({ run_id }: StepJob) => `${run_id}.sms`;
const CHUNK = 250;

/** All at once, as an ad campaign sends them. Gives the ids that the receiver has to see. */
async function addCrowd(world: Platform, task: PublishedTask): Promise<string[]> {
  const jobs = Array.from({ length: LEADS }, () => jobOf(task));
  for (let from = 0; from < LEADS; from += CHUNK) {
    await world.queues.add(jobs.slice(from, from + CHUNK).map((job) => ({ channel: 'sms', job })));
  }
  return jobs.map(idOf);
}

/** A lead every tenth of a second. `stop` gives when each was received. */
function leadsByAndBy(world: Platform, task: PublishedTask) {
  const received = new Map<string, number>();
  let on = true;
  const adding = (async () => {
    while (on) {
      const job = jobOf(task);
      received.set(idOf(job), job.received_at);
      await world.queues.add([{ channel: 'sms', job }]);
      await sleep(EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      on = false;
      await adding;
      return received;
    },
  };
}

/** The most that came within any second. */
function mostInASecond(arrivals: readonly Arrival[]): number {
  const times = arrivals.map(({ at }) => at).toSorted((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [last, at] of times.entries()) {
    while (at - (times[first] ?? at) >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0);
}
