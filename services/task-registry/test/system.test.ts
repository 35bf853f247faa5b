import { afterAll, beforeAll, expect, it } from 'vitest';
import { SystemReport, validator } from '@taskhook/contracts';
import { startPulse, type Pulse } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
const pulses: Pulse[] = [];
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(async () => {
  await Promise.all(pulses.map((pulse) => pulse.close()));
  await registry.close();
});

const spool = { entries: 3, bytes: 1_200, oldest_age_seconds: 12, problem: null };
const system = async () => (await registry.call<SystemReport>('GET', '/v1/system')).body;

it('tells of the processes that run, and not of those that stopped or have not told of themselves for long', async () => {
  const { redis, keys } = registry;
  const options = { redis, keys, logger: silentLogger, version: '0.1.0' } as const;
  const ingress = startPulse({
    ...options,
    service: 'ingress',
    report: () => ({ durability: 'fsync always', spool }),
  });
  pulses.push(ingress, startPulse({ ...options, service: 'task-runner', report: () => ({}) }));
  await Promise.all(pulses.map((pulse) => pulse.beat()));
  const gone = { id: 'gone', service: 'ingress', version: '0.1.0', started_at: 1, at: Date.now() - 60_000 };
  await redis.hset(keys.instances, gone.id, JSON.stringify(gone));
  const told = await system();
  expect(validator(SystemReport)(told).ok).toBe(true);
  expect(told.instances).toMatchObject([
    { service: 'ingress', version: '0.1.0', durability: 'fsync always', spool },
    { service: 'task-registry' },
    { service: 'task-runner' },
  ]);
  expect(await redis.hexists(keys.instances, 'gone')).toBe(0);
  await ingress.close();
  expect((await system()).instances.map(({ service }) => service)).toEqual(['task-registry', 'task-runner']);
});
