import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, newRunId, type Attempt, type InstanceRecord } from '@taskhook/contracts';
import { startPulse } from '@taskhook/queue';
import { latencyBuckets, silentLogger } from '@taskhook/telemetry';
import { until } from '@taskhook/testing';
import type { Notice } from '../src/operations/notices.ts';
import type { Operations } from '../src/operations/operations-view.ts';
import {
  answeredWithin,
  emptyTally,
  mergePoints,
  quantile,
  touchBounds,
  type OperationsPoint,
} from '../src/operations/point.ts';
import { sample } from '../src/operations/sampler.ts';
import { readPoints } from '../src/operations/series-store.ts';
import { accepted, progress, quarantined } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

function attemptAt(time: number, outcome: Attempt['outcome']): Attempt {
  return { n: 1, at: new Date(time).toISOString(), outcome, duration_ms: 0, status_code: null, error: null };
}

/** Keys under which no service writes. */
const sampleKeys = (prefix: string) => ({
  operations: (range: string) => `${prefix}:${range}`,
  samplerState: `${prefix}:state`,
  instances: `${prefix}:instances`,
  operationsTally: `${prefix}:tally`,
});

/** Counts by the upper bounds of their classes, in seconds. */
function answerTimes(counts: Record<number, number>): number[] {
  return [...latencyBuckets.map((bound) => counts[bound] ?? 0), 0];
}

function pointWith(more: Partial<OperationsPoint>): OperationsPoint {
  return {
    at: 1,
    span_ms: 10,
    accepted: 1,
    answers: [],
    ...emptyTally(),
    channels: Object.fromEntries(
      ['preview', 'http', 'email', 'sms', 'whatsapp'].map((channel) => [
        channel,
        { due: 1, deferred: 0, active: 0, oldest_age_seconds: 0 },
      ]),
    ) as OperationsPoint['channels'],
    run_log_lag: 0,
    ...more,
  };
}

describe('the figures of the last hour', () => {
  it('show leads per second, first touches and attempts, whoever counted them', async () => {
    const task = await registry.createTask();
    const received = Date.now() - 700;
    for (const outcome of ['delivered', 'delivered', 'rejected'] as const) {
      const id = newRunId(received);
      const step = {
        index: 0,
        id: 'a',
        channel: 'preview',
        status: 'succeeded',
        due_at: null,
        reason: null,
      } as const;
      const attempt = attemptAt(received + 700, outcome);
      await registry.log(
        accepted(id, task.id),
        progress(id, task.id, 'succeeded', { step: { ...step, attempt } }),
      );
      await registry.call('POST', `/v1/tasks/${task.id}/test`);
    }
    const shown = await until(
      'the attempts',
      async () => {
        const { body } = await registry.call<Operations>('GET', '/v1/operations?range=1h');
        const sum = (valueOf: (point: Operations['points'][number]) => number) =>
          body.points.reduce((total, point) => total + valueOf(point), 0);
        const all =
          sum(({ attempts }) => attempts.delivered) === 2 &&
          sum(({ leads_per_second }) => leads_per_second) > 0;
        return all && body;
      },
      45_000,
    );
    const measured = shown.points.find(({ attempts }) => attempts.delivered > 0);
    expect(measured?.attempts).toMatchObject({ rejected: 1, unknown: 0 });
    expect(measured?.first_touch_p50).toBeGreaterThan(0.5);
    expect(measured?.first_touch_p99).toBeLessThanOrEqual(1);
    expect(shown.points.at(-1)?.channels.preview.due).toBeGreaterThanOrEqual(3);
    expect(shown.times).toMatchObject({ answer_p50: null, first_touch_p50: measured?.first_touch_p50 });
    expect(shown.step_seconds).toBe(10);
  }, 60_000);

  it('are summed up for the day, and bounded', async () => {
    const { redis, queues } = registry;
    const keys = { ...registry.keys, ...sampleKeys(`${registry.settings.keyPrefix}:day`) };
    const source = { redis, queues, keys, runLogLag: () => Promise.resolve(0) };
    const start = Date.now();
    for (let i = 0; i <= 400; i += 1) await sample(source, start + i * 10_000);
    expect(await readPoints(redis, keys, '1h')).toHaveLength(360);
    const day = await readPoints(redis, keys, '24h');
    expect(day.length).toBeGreaterThanOrEqual(13);
    expect(day[1]?.span_ms).toBe(300_000);
  }, 60_000);
});

describe('the time in which senders were answered', () => {
  it('is that of all ingress processes since the last sample, also of one that was restarted', async () => {
    const { redis, queues, settings } = registry;
    const keys = { ...registry.keys, ...sampleKeys(`${settings.keyPrefix}:answers`) };
    const source = { redis, queues, keys, runLogLag: () => Promise.resolve(0) };
    const now = Date.now();
    const tell = async (id: string, started_at: number, counts: Record<number, number>): Promise<void> => {
      const record: InstanceRecord = { id, service: 'ingress', version: '1', started_at, at: Date.now() };
      const answer_times = answerTimes(counts);
      await redis.hset(keys.instances, id, JSON.stringify({ ...record, answer_times }));
    };
    const answersOf = async (at: number) => {
      await sample(source, at);
      return (await readPoints(redis, keys, '1h')).at(-1)?.answers;
    };
    await tell('old', now - DAY, { 0.005: 1_000 });
    expect(await answersOf(now)).toBeUndefined();
    await tell('old', now - DAY, { 0.005: 1_090 });
    await tell('new', now, { 0.01: 9, 0.5: 1 });
    expect(await answersOf(now + 1_000)).toEqual(answerTimes({ 0.005: 90, 0.01: 9, 0.5: 1 }));
    await redis.hdel(keys.instances, 'old');
    await tell('again', now + 900, { 0.005: 3 });
    await tell('was out of sight', now - DAY, { 30: 7_000 });
    expect(await answersOf(now + 2_000)).toEqual(answerTimes({ 0.005: 3 }));
    await redis.hset(keys.instances, 'other', JSON.stringify({ id: 'other', answer_times: [1, 2] }));
    expect(await answersOf(now + 3_000)).toEqual(answerTimes({}));
  });

  it('is read off its classes', () => {
    const of = { ...pointWith({}), answers: answerTimes({ 0.005: 90, 0.01: 9, 0.5: 1 }) };
    expect(answeredWithin(0.5, of)).toBeGreaterThan(0.0025);
    expect(answeredWithin(0.5, of)).toBeLessThan(0.005);
    expect(answeredWithin(0.99, of)).toBeCloseTo(0.01);
    expect(answeredWithin(0.99, { ...of, answers: answerTimes({}) })).toBeNull();
  });
});

describe('a sum of points', () => {
  it('adds what is counted and keeps the worst of what is measured', () => {
    const sum = mergePoints([pointWith({ run_log_lag: 9 }), pointWith({ at: 2, accepted: 4 })]);
    expect(sum).toMatchObject({ at: 2, span_ms: 20, accepted: 5, run_log_lag: 9 });
    expect(mergePoints([])).toBeUndefined();
  });

  it('tells a share of times within its class', () => {
    expect(quantile(0.5, emptyTally().first_touches, touchBounds)).toBeNull();
    const touches = emptyTally().first_touches;
    touches[3] = 100;
    expect(quantile(0.5, touches, touchBounds)).toBeCloseTo(0.75);
    touches[touches.length - 1] = 100;
    expect(quantile(0.99, touches, touchBounds)).toBe(3_600);
  });
});

describe('notices', () => {
  it('tell what needs a person, since when, and go when it is over', async () => {
    const read = async () => (await registry.call<{ items: Notice[] }>('GET', '/v1/notices')).body.items;
    const named = async (code: string) => (await read()).find((notice) => notice.code === code);
    const task = await registry.createTask();
    const entry = quarantined(task.id, { email: 'a' });
    const id = newRunId();
    const reason = { code: 'outcome_unknown', message: 'Whether it was sent is not known.' };
    await registry.log(entry, accepted(id, task.id), progress(id, task.id, 'failed', { reason }));
    const pulse = startPulse({
      redis: registry.redis,
      keys: registry.keys,
      logger: silentLogger,
      service: 'ingress',
      version: '1',
      report: () => ({
        durability: 'memory',
        spool: { entries: 3, bytes: 1, oldest_age_seconds: 1, problem: null },
      }),
    });
    await pulse.beat();
    await until(
      'the notices',
      async () => (await named('quarantine_open')) && (await named('outcome_unknown')),
    );
    const first = await named('spool_in_use');
    expect(first).toMatchObject({ severity: 'critical', facts: { entries: 3 }, link: '/operations' });
    const all = await read();
    expect(all.map(({ severity }) => severity)[0]).toBe('critical');
    expect(all.map(({ code }) => code)).toContain('durability_low');
    expect((await named('spool_in_use'))?.since).toBe(first?.since);
    await pulse.close();
    expect(await named('spool_in_use')).toBeUndefined();
  });
});
