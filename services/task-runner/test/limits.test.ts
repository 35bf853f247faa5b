import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newConnectionId, type ConnectionProvider, type TaskInput } from '@taskhook/contracts';
import { publishConnection, resetTarget, targetHealth } from '@taskhook/queue';
import { until } from '@taskhook/testing';
import { createVault } from '@taskhook/vault';
import { providerServer } from '@taskhook/testing/look-alikes';
import { platform, startRunner, type Platform } from './runner.ts';

const quick = {
  TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8',
  HTTP_TIMEOUT: '2s',
  RUNNER_BREAKER_PAUSE: '500ms',
  RUNNER_BREAKER_MAX_PAUSE: '1s',
};

async function start(more: Record<string, string> = {}) {
  const world = await platform();
  await startRunner(world, { ...quick, ...more });
  return world;
}

/** A gateway that takes every SMS, and says when each came. */
async function gateway() {
  const times: number[] = [];
  const server = await providerServer(() => {
    times.push(performance.now());
    return { status: 200 };
  });
  return { ...server, times };
}

async function connect(
  { redis, keys, environment }: Platform,
  settings: Record<string, unknown>,
  provider: ConnectionProvider = 'sms-http',
  connection_id = newConnectionId(),
) {
  const vault = createVault(Buffer.from(environment['TASKHOOK_SECRET_KEY'] ?? '', 'base64'));
  const sealed_secrets = vault.seal('{}', connection_id);
  await publishConnection(redis, keys, { connection_id, provider, settings, sealed_secrets });
  return connection_id;
}

const smsTask = (world: Platform, connection: string, more: Partial<TaskInput> = {}) =>
  world.task({
    steps: [
      {
        id: 'sms',
        channel: 'sms',
        connection,
        message: { text: 'Ciao {{full_name}}' },
        retry: { delay: '1s' },
      },
    ],
    ...more,
  });

const httpTask = (world: Platform, url: string, more: Partial<TaskInput> = {}) =>
  world.task({
    steps: [{ id: 'crm', channel: 'http', request: { method: 'POST', url }, retry: { delay: '1s' } }],
    ...more,
  });

function leads(world: Platform, task: Parameters<Platform['lead']>[0], count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => world.lead(task)));
}

async function allDone(world: Platform, runs: readonly string[]): Promise<void> {
  for (const run of runs) await world.reached(run, 'succeeded');
}

/** A receiver that takes a tenth of a second for each call, and says how many it had at once. */
async function slowReceiver() {
  const seen = { most: 0, taken: 0 };
  let atOnce = 0;
  const server = createServer((_request, response) => {
    atOnce += 1;
    seen.taken += 1;
    seen.most = Math.max(seen.most, atOnce);
    setTimeout(() => {
      atOnce -= 1;
      response.end();
    }, 100);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}

function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

describe('a rate', () => {
  test('of a connection spaces its messages, and those of another do not wait for them', async () => {
    const world = await start({ RUNNER_CONCURRENCY: '3' });
    const slow = await gateway();
    const fast = await gateway();
    const limited = await smsTask(world, await connect(world, { url: slow.url, limits: { rate: 20 } }));
    const free = await smsTask(world, await connect(world, { url: fast.url }));
    const waiting = await leads(world, limited, 50);
    const others = await leads(world, free, 10);
    await allDone(world, others);
    expect(slow.times.length).toBeLessThan(40);
    await allDone(world, waiting);
    expect(slow.times).toHaveLength(50);
    expect(mostWithin(slow.times, 1_000)).toBeLessThanOrEqual(24);
  });

  test('of a task holds for all its steps, also those that need no connection', async () => {
    const world = await start();
    const task = await world.task({ limits: { attempts: { rate: 10 } } });
    const began = performance.now();
    await allDone(world, await leads(world, task, 15));
    expect(performance.now() - began).toBeGreaterThan(1_300);
  });

  test('of hosts spaces the calls of a task to each of them', async () => {
    const world = await start();
    const [one, two] = [await gateway(), await gateway()];
    const limits = { per_host: { rate: 10 } };
    const task = await world.task({
      limits,
      steps: [
        { id: 'one', channel: 'http', request: { method: 'POST', url: one.url } },
        { id: 'two', channel: 'http', request: { method: 'POST', url: two.url } },
      ],
    });
    await allDone(world, await leads(world, task, 15));
    for (const { times } of [one, two]) {
      expect(times).toHaveLength(15);
      expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(13);
    }
  });

  test('puts a step off without using up an attempt, and its run shows until when', async () => {
    const world = await start();
    const { url } = await gateway();
    const limits = { rate: 1, per: '1h' };
    const task = await smsTask(world, await connect(world, { url, limits }));
    const [, second = ''] = await leads(world, task, 2).then(async (runs) => {
      const states = await Promise.all(runs.map((run) => world.reached(run, 'succeeded', 'waiting')));
      return states[0]?.status === 'succeeded' ? runs : runs.toReversed();
    });
    const run = await world.reached(second, 'waiting');
    expect(run.steps[0]).toMatchObject({ status: 'waiting', attempts: [], reason: { code: 'rate_limit' } });
  });

  test('that a gateway asks for with Retry-After holds for all messages of the connection', async () => {
    const world = await start();
    const server = await gateway();
    const task = await smsTask(world, await connect(world, { url: server.url }));
    server.next({ status: 429, headers: { 'retry-after': '2' } });
    const first = await world.lead(task);
    await until(
      'the first to be throttled',
      async () => (await world.state(first)).steps[0]?.attempts.length === 1,
    );
    const throttled = performance.now();
    await allDone(world, [first, await world.lead(task)]);
    expect(Math.min(...server.times) - throttled).toBeGreaterThan(1_500);
  });
});

describe('the number of attempts at once', () => {
  test('is kept over all workers, and each place that falls free is taken', async () => {
    const world = await platform();
    await Promise.all([startRunner(world, quick), startRunner(world, quick)]);
    const slow = await slowReceiver();
    const task = await httpTask(world, slow.url, { limits: { max_concurrency: 3 } });
    const other = await httpTask(world, (await gateway()).url);
    const began = performance.now();
    const runs = await leads(world, task, 30);
    await allDone(world, await leads(world, other, 3));
    await allDone(world, runs);
    expect(slow.seen).toEqual({ most: 3, taken: 30 });
    // Ten rounds of a tenth of a second; who had to ask again and again would take ten times as long.
    expect(performance.now() - began).toBeLessThan(6_000);
  });
});

describe('a connection that fails', () => {
  test('lets further messages wait with their attempts, and all arrive when it works again', async () => {
    const world = await start({ RUNNER_BREAKER_PAUSE: '6s', RUNNER_BREAKER_MAX_PAUSE: '6s' });
    const server = await gateway();
    const connection = await connect(world, { url: server.url });
    const task = await smsTask(world, connection);
    for (let n = 0; n < 5; n += 1) server.next({ status: 503 });
    const early = await leads(world, task, 5);
    await until('the connection to be down', async () => {
      const { state } = await targetHealth(world.redis, world.keys, connection);
      return state === 'open';
    });
    const late = await world.lead(task);
    const waiting = await world.reached(late, 'waiting');
    expect(waiting.steps[0]).toMatchObject({ attempts: [], reason: { code: 'connection_down' } });
    await allDone(world, [...early, late]);
    expect(server.times).toHaveLength(6);
    expect(await targetHealth(world.redis, world.keys, connection)).toMatchObject({ state: 'closed' });
  });

  test('costs no further run once its credentials are refused', async () => {
    const world = await start();
    const server = await gateway();
    const connection = await connect(world, { url: server.url });
    const task = await smsTask(world, connection);
    for (let n = 0; n < 3; n += 1) server.next({ status: 401 });
    const first = await world.reached(await world.lead(task), 'failed');
    expect(first.reason).toMatchObject({ code: 'connection_refused' });
    const others = await leads(world, task, 3);
    await allDone(world, others);
    expect(server.times).toHaveLength(3);
    expect(server.requests).toHaveLength(6);
  });

  test('is tried again at once when a person says so', async () => {
    const world = await start({ RUNNER_BREAKER_PAUSE: '5m' });
    const server = await gateway();
    const connection = await connect(world, { url: server.url });
    const task = await smsTask(world, connection);
    server.next({ status: 401 });
    await world.reached(await world.lead(task), 'failed');
    await resetTarget(world.redis, world.keys, connection);
    await allDone(world, [await world.lead(task)]);
    expect(server.times).toHaveLength(1);
  });

  test('is another one than the host that the steps of a task cannot reach', async () => {
    const world = await start({ RUNNER_BREAKER_FAILURES: '2', RUNNER_BREAKER_PAUSE: '5m' });
    const [broken, well] = [await gateway(), await gateway()];
    for (let n = 0; n < 2; n += 1) broken.next({ status: 500 });
    const task = await httpTask(world, broken.url);
    const run = await world.lead(task);
    const waiting = await until('the host to be down', async () => {
      const state = await world.state(run);
      return state.steps[0]?.reason?.code === 'connection_down' && state;
    });
    expect(waiting.steps[0]?.attempts).toHaveLength(2);
    await allDone(world, [await world.lead(await httpTask(world, well.url))]);
    await allDone(world, [await world.lead(await httpTask(world, broken.url))]);
  });
});
