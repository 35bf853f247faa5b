import { mkdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '@taskhook/testing';
import { post } from './post.ts';
import { runIngress } from './running-ingress.ts';
import { expectOnce, runOf, startSpooling, statusOf, type SpoolingIngress } from './spooling-ingress.ts';
import { mario } from './task-entry.ts';

let spooling: SpoolingIngress;
beforeAll(async () => {
  spooling = await startSpooling();
});
afterAll(() => spooling.close());

const leads = (count: number): unknown[] => Array.from({ length: count }, (_, n) => ({ ...mario, n }));
const postAll = (url: string, bodies: unknown[]) => Promise.all(bodies.map((body) => post(url, body)));

interface Trouble {
  begin: () => unknown;
  end: () => unknown;
}
const call = (...words: [string, ...string[]]) => spooling.ingress.redis.call(...words);
const config = (name: string, value: string) => spooling.ingress.redis.config('SET', name, value);

/** A snapshot fails where a folder stands in its place. */
async function snapshotPlace(): Promise<string> {
  const [, folder = ''] = await spooling.ingress.redis.config('GET', 'dir');
  return join(folder, 'dump.rdb');
}
const saved = (status: 'ok' | 'err') =>
  until(`a snapshot to be ${status}`, async () => {
    await spooling.ingress.redis.bgsave().catch(() => undefined);
    const told = await spooling.ingress.redis.info('persistence');
    return told.includes(`rdb_last_bgsave_status:${status}`);
  });

const troubles: [name: string, trouble: Trouble][] = [
  ['is stopped', { begin: () => spooling.redis.stop(), end: () => spooling.redis.restart() }],
  [
    'is frozen',
    { begin: () => spooling.redis.signal('SIGSTOP'), end: () => spooling.redis.signal('SIGCONT') },
  ],
  ['is full', { begin: () => config('maxmemory', '1'), end: () => config('maxmemory', '0') }],
  [
    'is a replica that takes no writes',
    {
      begin: () => call('REPLICAOF', '127.0.0.1', '1'),
      end: () => call('REPLICAOF', 'NO', 'ONE'),
    },
  ],
  [
    'cannot save',
    {
      begin: async () => {
        await rm(await snapshotPlace(), { force: true });
        await mkdir(await snapshotPlace());
        await config('save', '3600 1');
        await saved('err');
      },
      end: async () => {
        await rmdir(await snapshotPlace());
        await saved('ok');
        await config('save', '');
      },
    },
  ],
];

test.each(troubles)(
  'while Redis %s leads are answered 200, and arrive afterwards, once, under the ids that were told',
  async (_name, { begin, end }) => {
    const { ingress, readiness, drained } = spooling;
    const { url, taskId } = await ingress.task();
    const before = await post(url, { ...mario, n: -1 });
    await begin();
    const first = await post(url, { ...mario, n: -2 });
    const answers = await postAll(url, leads(100));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await readiness()).toMatchObject({ http: 200, status: 'ok' });
    const again = await post(url, { ...mario, n: 7 });
    expect([...statusOf(again), runOf(again)]).toEqual([200, 'duplicate', runOf(answers[7])]);
    const start = performance.now();
    for (let n = 0; n < 20; n += 1) answers.push(await post(url, { ...mario, n: 1_000 + n }));
    // Nobody waits for Redis once it is known to be away: its time-outs alone would be 30 s.
    expect(performance.now() - start).toBeLessThan(10_000);
    await end();
    await drained();
    await expectOnce(ingress, taskId, [before, first, ...answers]);
  },
);

test.each(troubles)(
  'without a spool a lead is answered 503 while Redis %s, and never 200',
  async (_name, { begin, end }) => {
    const direct = await runIngress(1, spooling.redis.settings);
    const { url, taskId } = await direct.task();
    await post(url, { ...mario, n: -1 });
    await begin();
    const answers = await postAll(url, leads(3));
    for (const { status, body, headers } of answers) {
      expect([status, body['code']]).toEqual([503, 'unavailable']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await end();
    await spooling.drained();
    const retries = await until('all leads to be taken', async () => {
      const tried = await postAll(url, leads(3));
      return tried.every(({ status }) => status === 200) && tried;
    });
    expect(
      new Set((await direct.runLog(taskId)).map((event) => 'run_id' in event && event.run_id)).size,
    ).toBe(4);
    expect(retries).toHaveLength(3);
    await direct.close();
  },
);
