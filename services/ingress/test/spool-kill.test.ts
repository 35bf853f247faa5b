import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  freePorts,
  spawnService,
  startOwnRedis,
  testEnvironment,
  until,
  untilReady,
  type OwnRedis,
  type ServiceProcess,
} from '@taskhook/testing';
import { post, type Answer } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { acceptedRuns, expectOnce, runOf } from './spooling-ingress.ts';
import { mario } from './task-entry.ts';

let redis: OwnRedis;
let folder: string;
let beside: RunningIngress;
const processes: ServiceProcess[] = [];
beforeEach(async () => {
  redis = await startOwnRedis();
  folder = await mkdtemp(join(tmpdir(), 'taskhook-spool-'));
  beside = await runIngress(1, redis.settings);
});
afterEach(async () => {
  for (const service of processes) service.kill('SIGKILL');
  await Promise.all(processes.splice(0).map(({ exited }) => exited));
  await beside.close();
  await redis.close();
  await rm(folder, { recursive: true, force: true });
});

interface Running {
  url: (token: string) => string;
  ready: string;
  kill: () => Promise<unknown>;
}
async function spawn(): Promise<Running> {
  const [port = 0, adminPort = 0] = await freePorts(2);
  const service = spawnService('ingress', {
    ...testEnvironment(redis.settings),
    INGRESS_SPOOL_DIR: folder,
    INGRESS_PORT: String(port),
    INGRESS_ADMIN_PORT: String(adminPort),
  });
  processes.push(service);
  const ready = `http://127.0.0.1:${adminPort}/readyz`;
  await untilReady(ready, service);
  return {
    url: (token) => `http://127.0.0.1:${port}/w/${token}`,
    ready,
    kill: () => {
      service.kill('SIGKILL');
      return service.exited;
    },
  };
}

async function checksOf({ ready }: Running): Promise<Record<string, string>> {
  return ((await (await fetch(ready)).json()) as { checks: Record<string, string> }).checks;
}

/** A process whose disk knows the task. */
async function spawnKnowing(token: string, lead: unknown): Promise<[Running, Answer]> {
  const process = await spawn();
  const answer = await post(process.url(token), lead);
  await until('the disk to know the task', async () => (await checksOf(process))['read_model'] === 'ok');
  return [process, answer];
}

/** Posts until it is told to stop, or hears nothing more; keeps the answers of 200. */
function stream(url: string, round: number, answers: Answer[]): () => Promise<unknown> {
  let stopped = false;
  const worker = async (w: number): Promise<void> => {
    for (let n = 0; !stopped; n += 1) {
      const answer = await post(url, { ...mario, n: `${round}-${w}-${n}` }).catch(() => undefined);
      if (answer === undefined) return;
      if (answer.status === 200) answers.push(answer);
    }
  };
  const workers = Array.from({ length: 8 }, (_, w) => worker(w));
  return () => {
    stopped = true;
    return Promise.all(workers);
  };
}

test('an ingress that is killed while it writes, or while it brings in, loses no lead that it answered, and doubles none', async () => {
  const { token, taskId } = await beside.task();
  let [current, first] = await spawnKnowing(token, { ...mario, n: 'first' });
  const answers = [first];
  await redis.stop();
  for (let round = 0; round < 4; round += 1) {
    const before = answers.length;
    const heard = stream(current.url(token), round, answers);
    await until('leads to be answered', () => answers.length >= before + 30 + round);
    await current.kill();
    await heard();
    current = await spawn();
  }
  await redis.restart();
  // The process is killed again and again while it brings them in.
  for (let round = 0; round < 3; round += 1) {
    await until('some to be in', async () => acceptedRuns(await beside.runLog(taskId)).length > 1 + round);
    await current.kill();
    current = await spawn();
  }
  await until('all to be in', async () => (await checksOf(current))['spool'] === 'empty');
  // A lead may be in whose answer the kill cut off: it is a run all the same, once.
  const runs = acceptedRuns(await beside.runLog(taskId));
  expect(new Set(runs).size).toBe(runs.length);
  expect(answers.map(runOf).filter((id) => !runs.includes(id))).toEqual([]);
}, 120_000);

test('what a process left that is no more is brought in by another, and its files are for their owner alone', async () => {
  const { token, taskId } = await beside.task();
  const [one, first] = await spawnKnowing(token, { ...mario, n: 'first' });
  const two = await spawn();
  await redis.stop();
  const answers = [
    first,
    await post(one.url(token), { ...mario, n: 1 }),
    await post(one.url(token), { ...mario, n: 2 }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const files = (await readdir(join(folder, '0'))).map((name) => join(folder, '0', name));
  for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
  await one.kill();
  await redis.restart();
  await until(
    'the other to bring them in',
    async () => acceptedRuns(await beside.runLog(taskId)).length === 3,
    40_000,
  );
  await expectOnce(beside, taskId, answers);
  expect((await fetch(two.ready)).status).toBe(200);
}, 120_000);
