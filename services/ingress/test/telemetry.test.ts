import { afterAll, beforeAll, expect, test } from 'vitest';
import { metricNames } from '@taskhook/contracts';
import { readInstances } from '@taskhook/queue';
import type { LogFields, Logger } from '@taskhook/telemetry';
import { testSettings } from '@taskhook/testing';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

const lines: { level: string; message: string; fields: LogFields }[] = [];
const writer =
  (level: string) =>
  (message: string, fields: LogFields = {}): void =>
    void lines.push({ level, message, fields });
const logger: Logger = {
  debug: writer('debug'),
  info: writer('info'),
  warn: writer('warn'),
  error: writer('error'),
};

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress(1, testSettings(), logger);
});
afterAll(() => ingress.close());

const admin = (path: string) => fetch(`http://127.0.0.1:${ingress.adminPort}${path}`);

test('each lead gives one line with ids, and no person and no address is in any line', async () => {
  const { url, token, taskId } = await ingress.task();
  const { body } = await post(url, mario, { 'x-request-id': 'req-7' });
  await post(url, { full_name: 'Mario Rossi' });
  await post(url, '{"full_name": "Mario');
  const told = lines.filter(({ message }) => message === 'lead answered').map(({ fields }) => fields);
  expect(told[0]).toEqual({
    request_id: 'req-7',
    task_id: taskId,
    status: 'accepted',
    run_id: body.leads?.[0]?.['run_id'],
    quarantine_id: undefined,
  });
  expect(told.map(({ status }) => status)).toEqual(['accepted', 'quarantined', 'quarantined']);
  const text = JSON.stringify(lines);
  for (const secret of ['Mario', '3331234567', 'mario@example.com', token])
    expect(text).not.toContain(secret);
});

test('a line says what an answer of 200 is worth', async () => {
  await expect
    .poll(() => lines.find(({ message }) => message === 'durability of accepted leads'))
    .toMatchObject({ fields: { level: expect.stringMatching(/^fsync/) as string } });
});

test('leads are counted by status and requests by route, under labels that name no address', async () => {
  const { url, token } = await ingress.task();
  await post(url, mario);
  await post(url, mario);
  const text = await (await admin('/metrics')).text();
  expect(text).toMatch(/^taskhook_leads_total\{status="accepted"\} [1-9]/m);
  expect(text).toMatch(/^taskhook_leads_total\{status="duplicate"\} 1$/m);
  expect(text).toMatch(/^taskhook_leads_total\{status="held"\} 0$/m);
  expect(text).toContain(`${metricNames.httpRequests}{method="POST",route="/w/:token",status="200"}`);
  expect(text).toMatch(/^taskhook_durability_info\{level="fsync [a-z ]+"\} 1$/m);
  expect(text).toContain('process_cpu_seconds_total');
  expect(text).not.toContain(token);
});

test('it tells, with its pulse, how many it has answered how fast', async () => {
  const { url } = await ingress.task();
  const { redis, keys } = ingress;
  const answered = async (): Promise<number> => {
    const [told] = await readInstances(redis, keys, Date.now());
    return (told?.answer_times ?? []).reduce((sum, count) => sum + count, 0);
  };
  const before = await answered();
  for (const name of ['A', 'B', 'C']) await post(url, { ...mario, full_name: name });
  await expect.poll(answered, { timeout: 15_000 }).toBeGreaterThanOrEqual(before + 3);
}, 20_000);

test('a running service is alive and ready', async () => {
  expect((await admin('/livez')).status).toBe(200);
  const ready = await admin('/readyz');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    status: 'ok',
    checks: { redis: 'ok', read_model: 'ok', durability: 'ok', service: 'ok' },
  });
});
