import { afterEach, expect, test } from 'vitest';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { post, type Answer } from './post.ts';
import { mario } from './task-entry.ts';

const running: RunningIngress[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((ingress) => ingress.close()));
});

async function start(environment: Record<string, string> = {}, instances = 1): Promise<RunningIngress> {
  const ingress = await runIngress(instances, undefined, undefined, { environment });
  running.push(ingress);
  return ingress;
}

const leads = (count: number, from = 0): unknown[] =>
  Array.from({ length: count }, (_, n) => ({ ...mario, n: from + n }));

async function postEach(url: string, bodies: unknown[], headers = {}): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const body of bodies) answers.push(await post(url, body, headers));
  return answers;
}

const statuses = (answers: Answer[]): number[] => answers.map(({ status }) => status);

function expectLimited({ status, body, headers }: Answer): void {
  expect([status, body['code']]).toEqual([429, 'rate_limited']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
}

test('without a limit nothing is counted', async () => {
  const ingress = await start();
  const { url } = await ingress.task();
  await postEach(url, leads(3));
  expect(await ingress.redis.keys(`${ingress.settings.keyPrefix}:limit:*`)).toEqual([]);
});

test("a task's own limit counts over all instances, keeps the rest out with 429, and other tasks go on", async () => {
  const ingress = await start({ INGRESS_WEBHOOK_LIMIT: '1000/1h' }, 2);
  const { url, token, taskId } = await ingress.task({
    input: { intake_limit: { requests: 3, per: '1h' } },
  });
  const second = `http://127.0.0.1:${ingress.ports[1] ?? 0}/w/${token}`;
  expect(statuses(await postEach(url, leads(2)))).toEqual([200, 200]);
  expect(statuses(await postEach(second, leads(1, 2)))).toEqual([200]);
  for (const address of [url, second, url]) expectLimited(await post(address, { ...mario, n: 9 }));
  expect(await ingress.runLog(taskId)).toHaveLength(3);
  const other = await ingress.task();
  expect(statuses(await postEach(other.url, leads(4)))).toEqual([200, 200, 200, 200]);
});

test('what is over the limit comes in once its window has passed', async () => {
  const ingress = await start({ INGRESS_WEBHOOK_LIMIT: '2/1s' });
  const { url } = await ingress.task();
  const answers = await Promise.all(leads(8).map((lead) => post(url, lead)));
  expect(statuses(answers).filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
  await expect.poll(async () => (await post(url, mario)).status).toBe(200);
});

test('an address is limited over all webhooks, and no key tells it', async () => {
  const ingress = await start({ INGRESS_ADDRESS_LIMIT: '2/1h' });
  const [one, two] = [await ingress.task(), await ingress.task()];
  expect(statuses([await post(one.url, mario), await post(two.url, mario)])).toEqual([200, 200]);
  expectLimited(await post(one.url, { ...mario, n: 1 }));
  // Tokens that are guessed cost the address as much.
  expectLimited(await post(`http://127.0.0.1:${ingress.ports[0] ?? 0}/w/guessed`, mario));
  const keys = await ingress.redis.keys(`${ingress.settings.keyPrefix}:limit:*`);
  expect(keys).toHaveLength(1);
  expect(keys.join()).not.toContain('127.0.0.1');
});

test('behind a trusted proxy each sender counts for itself, and others cannot speak for it', async () => {
  const environment = { INGRESS_ADDRESS_LIMIT: '1/1h' };
  const behind = await start({ ...environment, TRUSTED_PROXIES: '127.0.0.0/8,10.0.0.0/8' });
  const { url } = await behind.task();
  const from = (sender: string, n: number) =>
    post(url, { ...mario, n }, { 'x-forwarded-for': `${sender}, 10.0.0.3` });
  expect(statuses([await from('203.0.113.1', 1), await from('203.0.113.2', 2)])).toEqual([200, 200]);
  expectLimited(await from('203.0.113.1', 3));
  expectLimited(await from('192.0.2.9, 203.0.113.1', 4));
  const open = await start(environment);
  const direct = await open.task();
  const spoofed = (n: number) => post(direct.url, { ...mario, n }, { 'x-forwarded-for': `203.0.113.${n}` });
  expect((await spoofed(1)).status).toBe(200);
  expectLimited(await spoofed(2));
});

test('bodies that do not fit into their memory hear 503, and the memory is free again afterwards', async () => {
  const ingress = await start({ INGRESS_MAX_BODY_MEMORY: '64KiB' });
  const { url, taskId } = await ingress.task();
  const large = await post(url, { ...mario, text: 'x'.repeat(100_000) });
  expect([large.status, large.body['code'], large.headers.get('retry-after')]).toEqual([
    503,
    'unavailable',
    '1',
  ]);
  for (let n = 0; n < 10; n += 1) {
    const text = 'x'.repeat(20_000);
    expect((await post(url, { ...mario, text, n })).status).toBe(200);
  }
  expect(await ingress.runLog(taskId)).toHaveLength(10);
});

test('who was turned away is counted by reason', async () => {
  const ingress = await start({ INGRESS_WEBHOOK_LIMIT: '1/1h' });
  const { url } = await ingress.task();
  await postEach(url, leads(3));
  const text = await (await fetch(`http://127.0.0.1:${ingress.adminPort}/metrics`)).text();
  expect(text).toContain('taskhook_ingress_refusals_total{reason="webhook_limit"} 2');
});
