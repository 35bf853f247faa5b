import { array, assert, asyncProperty, nat } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, newRunId, newTaskId, runStatuses, type RunLogEvent } from '@taskhook/contracts';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { until } from '@taskhook/testing';
import { createRegistryEvents } from '../src/events.ts';
import { countErased } from '../src/figures/count-transitions.ts';
import { hourOf } from '../src/figures/hours.ts';
import { createLedgerTotals } from '../src/figures/ledger-totals.ts';
import type { LedgerView } from '../src/figures/ledger-view.ts';
import { reconcileLedger } from '../src/figures/reconcile-ledger.ts';
import { sweepStats } from '../src/figures/sweep-stats.ts';
import type { TaskStats } from '../src/figures/task-stats.ts';
import { createRegistryMetrics } from '../src/metrics.ts';
import { recordEvents } from '../src/recorder/record-events.ts';
import type { LedgerDoc, StatsDoc } from '../src/store/stats-model.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { accepted, life, progress, quarantined } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
let store: Store;
beforeAll(async () => {
  registry = await startHarness();
  store = await openStore(registry.settings.mongodbUrl, silentLogger);
});
afterAll(async () => {
  await store.close();
  await registry.close();
});

const statsOf = (taskId: string): Promise<StatsDoc[]> =>
  store.stats.find({ task_id: taskId }).lean<StatsDoc[]>();

/** What the counters say beside what the runs are. */
async function compared(taskId: string) {
  const counted: Record<string, number> = {};
  for (const doc of await statsOf(taskId)) {
    for (const status of runStatuses) counted[status] = (counted[status] ?? 0) + (doc[status] ?? 0);
    counted['accepted'] = (counted['accepted'] ?? 0) + (doc.accepted ?? 0);
  }
  const runs = await store.runs.find({ task_id: taskId, test: false }, { status: 1 }).lean();
  const real = Object.fromEntries(
    runStatuses.map((status) => [status, runs.filter((run) => run.status === status).length]),
  );
  return { counted, real: { ...real, accepted: runs.length } };
}

describe('the figures of a task', () => {
  it('are what its runs are, however often and in whatever order and company events are written', async () => {
    await assert(
      asyncProperty(array(nat(9), { minLength: 8, maxLength: 20 }), nat(1), async (picks, concurrent) => {
        const task = newTaskId();
        const [a, b, c] = [newRunId(), newRunId(), newRunId()];
        const all: RunLogEvent[] = [
          ...life(a, task),
          accepted(b, task, { status: 'held' }),
          progress(b, task, 'cancelled'),
          accepted(c, task, { test: true }),
          progress(c, task, 'failed'),
          progress(c, task, 'running', { order: 2 }),
        ];
        const told = picks.flatMap((i) => all[i] ?? []);
        if (concurrent === 1) await Promise.all(told.map((event) => recordEvents(store, [event])));
        else for (const event of told) await recordEvents(store, [event]);
        await recordEvents(store, all);
        await recordEvents(store, all);
        const { counted, real } = await compared(task);
        expect(counted).toEqual(real);
        expect(counted).toMatchObject({ accepted: 2, succeeded: 1, cancelled: 1, failed: 0 });
      }),
      { numRuns: 8 },
    );
  });

  it('count a quarantined request once', async () => {
    const task = newTaskId();
    const [one, other] = [quarantined(task, {}), quarantined(task, {})];
    await recordEvents(store, [one]);
    await recordEvents(store, [one, other]);
    expect((await statsOf(task)).map((doc) => doc.quarantined)).toEqual([2]);
  });

  it('are shown for all tasks at once: today, by the hour, and the rate of success', async () => {
    const [busy, idle] = [newTaskId(), newTaskId()];
    const yesterday = Date.now() - 30 * HOUR;
    for (const status of ['succeeded', 'succeeded', 'succeeded', 'failed'] as const) {
      const id = newRunId();
      await registry.log(accepted(id, busy), progress(id, busy, status));
    }
    await registry.log(accepted(newRunId(yesterday), busy), accepted(newRunId(Date.now() - 2 * HOUR), busy));
    await registry.log(quarantined(busy, {}));
    const shown = async () => {
      const { body } = await registry.call<{ items: TaskStats[] }>(
        'GET',
        `/v1/tasks/stats?task_ids=${busy},${idle}`,
      );
      const [first] = body.items;
      return first?.quarantined === 1 && first.leads_per_hour[21] === 1 && body.items;
    };
    const [stats, none] = await until('the figures', shown);
    expect(stats).toMatchObject({ task_id: busy, succeeded: 3, failed: 1, success_rate: 0.75 });
    expect(stats?.leads_per_hour.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(stats?.leads_today).toBeGreaterThanOrEqual(4);
    expect(none).toMatchObject({ task_id: idle, leads_today: 0, success_rate: null });
    const all = await registry.call<{ items: TaskStats[] }>('GET', '/v1/tasks/stats');
    expect(all.body.items.map(({ task_id }) => task_id)).toContain(busy);
  });

  it('want a time zone that exists, and take one', async () => {
    expect((await registry.call('GET', '/v1/tasks/stats?time_zone=Europe/Rome')).status).toBe(200);
    const { status, body } = await registry.call<{ code: string }>('GET', '/v1/tasks/stats?time_zone=Rome');
    expect([status, body.code]).toEqual([400, 'invalid_request']);
  });

  it('are forgotten when they are old', async () => {
    const task = newTaskId();
    await recordEvents(store, [
      accepted(newRunId(Date.now() - 100 * HOUR), task),
      accepted(newRunId(), task),
    ]);
    expect(await statsOf(task)).toHaveLength(2);
    expect(await sweepStats(store, 4)).toBeGreaterThanOrEqual(1);
    expect((await statsOf(task)).map(({ hour }) => hour)).toEqual([hourOf(Date.now())]);
  });
});

describe('the ledger', () => {
  it('balances: every run that was accepted is in one state', async () => {
    const task = newTaskId();
    const [done, held, open] = [newRunId(), newRunId(), newRunId()];
    await registry.log(...life(done, task), accepted(held, task, { status: 'held' }), accepted(open, task));
    await until('the runs', async () => (await store.runs.countDocuments({ task_id: task })) === 3);
    const ledger = await until('a look at it', async () => {
      const { status, body } = await registry.call<LedgerView>('GET', '/v1/ledger');
      return status === 200 && body.recorded >= (await store.runs.countDocuments({})) && body;
    });
    expect(ledger).toMatchObject({ balanced: true, unaccounted: 0 });
    expect(Object.values(ledger.states).reduce((sum, count) => sum + count, 0)).toBe(ledger.recorded);
    const metrics = await registry.metrics();
    expect(/^taskhook_ledger_runs\{state="succeeded"\} [1-9]/m.test(metrics)).toBe(true);
    expect(/^taskhook_ledger_unaccounted_runs 0$/m.test(metrics)).toBe(true);
  }, 40_000);

  it('tells of runs that were taken and are nowhere, and of none that are on their way', async () => {
    const fresh = await startHarness();
    const ledgerWhen = (wanted: (ledger: LedgerView) => boolean) =>
      until('the ledger', async () => {
        const { status, body } = await fresh.call<LedgerView>('GET', '/v1/ledger');
        return status === 200 && wanted(body) && body;
      });
    const task = await fresh.createTask();
    for (let i = 0; i < 3; i += 1) await fresh.call('POST', `/v1/tasks/${task.id}/test`);
    const whole = await ledgerWhen(({ accepted: taken }) => taken === 3);
    expect(whole).toMatchObject({ recorded: 3, unaccounted: 0, balanced: true });
    // As if two had been taken whose events got lost.
    await fresh.redis.hincrby(fresh.keys.admissions, 'accepted', 2);
    const off = await ledgerWhen(({ balanced }) => !balanced);
    expect(off).toMatchObject({ accepted: 5, recorded: 3, unaccounted: 2 });
    expect(/^taskhook_ledger_unaccounted_runs 2$/m.test(await fresh.metrics())).toBe(true);
    await fresh.close();
  }, 60_000);

  const options = (told: unknown[] = []) => ({
    store,
    logger: silentLogger,
    events: {
      ...createRegistryEvents(silentLogger, createRegistryMetrics(createMetrics())),
      ledgerCorrected: (facts: unknown) => void told.push(facts),
    },
  });

  it('is corrected where a crash came between a run and its count', async () => {
    const at = Date.UTC(2020, 0, 2, 10, 30);
    const ids = [0, 1, 2].map((i) => newRunId(at + i));
    for (const id of ids) await recordEvents(store, life(id, newTaskId()));
    const hour = hourOf(at);
    // As if the counts of two ends and of one run had not been written.
    await store.ledger.updateOne({ _id: hour }, { $inc: { succeeded: -2, queued: 1, accepted: -1 } });
    const told: unknown[] = [];
    await reconcileLedger(options(told), 0);
    expect(await store.ledger.findById(hour).lean<LedgerDoc>()).toMatchObject({
      accepted: 3,
      succeeded: 3,
      queued: 0,
    });
    expect(told).toContainEqual({ hour, drift: 4 });
    told.length = 0;
    await reconcileLedger(options(told), 0);
    expect(told).toEqual([]);
  });

  it('is made where it is missing, and knows runs that were removed as erased', async () => {
    const at = Date.UTC(2020, 5, 2, 10, 30);
    const [kept, gone, told] = [newRunId(at), newRunId(at), newRunId(at)];
    for (const id of [kept, gone, told]) await recordEvents(store, life(id, newTaskId()));
    const hour = hourOf(at);
    await store.ledger.deleteOne({ _id: hour });
    await reconcileLedger(options(), 0);
    expect(await store.ledger.findById(hour).lean<LedgerDoc>()).toMatchObject({ accepted: 3, succeeded: 3 });
    await store.runs.deleteOne({ _id: gone });
    await reconcileLedger(options(), 0);
    await store.runs.deleteOne({ _id: told });
    await countErased(store, [{ _id: told, status: 'succeeded' }]);
    const doc = await store.ledger.findById(hour).lean<LedgerDoc>();
    expect(doc).toMatchObject({ accepted: 3, succeeded: 1, erased: 2 });
  });

  it('is not corrected with a count during which its runs changed', async () => {
    const at = Date.UTC(2021, 0, 2, 10, 30);
    await recordEvents(store, life(newRunId(at), newTaskId()));
    const told: unknown[] = [];
    const slow: Store = {
      ...store,
      writeStats: async (work) => {
        // A run comes between the count and its correction.
        await recordEvents(store, [accepted(newRunId(at), newTaskId())]);
        return store.writeStats(work);
      },
    };
    await store.ledger.updateOne({ _id: hourOf(at) }, { $inc: { succeeded: 1 } });
    await reconcileLedger({ ...options(told), store: slow }, 0);
    expect(told).toEqual([]);
    await reconcileLedger(options(told), 0);
    expect(told).toEqual([{ hour: hourOf(at), drift: 1 }]);
  });

  it('sums up what changed since it was read last', async () => {
    const read = createLedgerTotals(store);
    const before = await read();
    await recordEvents(store, life(newRunId(), newTaskId()));
    const after = await read();
    expect(after.recorded - before.recorded).toBe(1);
    expect(after.states.succeeded - before.states.succeeded).toBe(1);
    expect(after).toEqual(await createLedgerTotals(store)());
  });
});
