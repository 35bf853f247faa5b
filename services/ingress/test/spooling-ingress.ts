import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RunLogEvent } from '@taskhook/contracts';
import { startOwnRedis, until, type OwnRedis } from '@taskhook/testing';
import type { Answer } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';

/** An ingress with a spool, over a Redis that the test may stop. */
export interface SpoolingIngress {
  redis: OwnRedis;
  folder: string;
  ingress: RunningIngress;
  readiness: () => Promise<Readiness>;
  /** Waits until Redis has taken everything. */
  drained: () => Promise<unknown>;
  metric: (name: string) => Promise<number>;
  close(): Promise<void>;
}

export interface Readiness {
  http: number;
  status: string;
  checks: Record<string, string>;
}

export async function startSpooling(
  environment: Record<string, string> = {},
  instances = 1,
): Promise<SpoolingIngress> {
  const redis = await startOwnRedis();
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-spool-'));
  const options = { environment: { INGRESS_SPOOL_DIR: folder, ...environment } };
  const ingress = await runIngress(instances, redis.settings, undefined, options);
  const admin = (path: string) => fetch(`http://127.0.0.1:${ingress.adminPort}${path}`);
  const readiness = async (): Promise<Readiness> => {
    const answer = await admin('/readyz');
    return { http: answer.status, ...((await answer.json()) as Omit<Readiness, 'http'>) };
  };
  return {
    redis,
    folder,
    ingress,
    readiness,
    drained: () =>
      until('the spool to be empty and Redis to be back', async () => {
        const { checks } = await readiness();
        return checks['spool'] === 'empty' && checks['redis'] === 'ok';
      }),
    metric: async (name) => {
      const text = await (await admin('/metrics')).text();
      const line = text.split('\n').find((one) => one.startsWith(`${name} `) || one.startsWith(`${name}{`));
      return Number(line?.split(' ').at(-1) ?? NaN);
    },
    close: async () => {
      redis.signal('SIGCONT');
      await ingress.close();
      await redis.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const runOf = (answer: Answer | undefined): string => String(answer?.body.leads?.[0]?.['run_id']);
export const statusOf = (answer: Answer): unknown[] => [answer.status, answer.body['status']];

export const acceptedRuns = (events: RunLogEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'accepted' ? [event.run_id] : []));

/** The runs of a task that wait in the queue of a channel, each as often as it waits. */
export async function queuedRuns({ redis, keys }: RunningIngress, taskId: string): Promise<string[]> {
  const { prefix, name } = keys.queue('preview');
  const start = `${prefix}:${name}`;
  const ids = await redis.lrange(`${start}:wait`, 0, -1);
  ids.push(...(await redis.zrange(`${start}:prioritized`, '0', '-1')));
  const texts = await Promise.all(ids.map((id) => redis.hget(`${start}:${id}`, 'data')));
  const jobs = texts.map((text) => JSON.parse(text ?? '{}') as { task_id: string; run_id: string });
  return jobs.filter((job) => job.task_id === taskId).map(({ run_id }) => run_id);
}

/** Each answered lead is a run of its own, logged and queued once, and there are no others. */
export async function expectOnce(ingress: RunningIngress, taskId: string, answers: Answer[]): Promise<void> {
  const told = answers.map(runOf).toSorted();
  expect(acceptedRuns(await ingress.runLog(taskId)).toSorted()).toEqual(told);
  expect((await queuedRuns(ingress, taskId)).toSorted()).toEqual(told);
}
