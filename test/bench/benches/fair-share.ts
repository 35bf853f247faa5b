import type { Bench, BenchOptions } from '../bench.ts';
import { startGenerator, type Generator } from '../load/generator.ts';
import type { LoadResult } from '../load/plan.ts';
import { quantile } from '../measure/statistics.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { publishTasks } from '../stage/task.ts';

const BURST_LEADS = 50_000;
const QUIET_PER_SECOND = 2;

/** Rounds that the quiet task is watched for, without the burst and again with it. */
const WATCHED_ROUNDS = 5;

/**
 * A burst on one task, and a second task with two leads per second: how much longer its leads wait for
 * their first touch. A fifth of the burst unless in the long form.
 */
export const fairShare: Bench = async (options, stack) => {
  const stage = await openStage(stack, options);
  const [busy, quiet] = await publishTasks(stage, 2);
  if (busy === undefined || quiet === undefined) throw new Error('two tasks are needed');
  await stage.start('ingress');
  await stage.start('task-runner');
  const [burst, watch] = [await startGenerator(), await startGenerator()];
  stack.defer(() => burst.close());
  stack.defer(() => watch.close());
  const size = burstSize(options);
  const warmUp = await flooded(burst, options, busy.url, { first: 0, leads: size / 10 });
  await stage.drained();
  const alone = await watched(watch, options, quiet.url, 0);
  const [flood, beside] = await Promise.all([
    flooded(burst, options, busy.url, { first: warmUp.sent, leads: size }),
    watched(watch, options, quiet.url, alone.sent),
  ]);
  await stage.drained();
  await stage.ledger.collect();
  const loads = [warmUp, alone, flood, beside];
  const sent = loads.reduce((sum, load) => sum + load.sent, 0);
  stage.ledger.reconcile(
    loads.flatMap(({ runIds }) => runIds),
    sent,
  );
  const quietTouch = touch(stage, alone);
  const besideTouch = touch(stage, beside);
  return {
    rows: [
      { task: 'quiet, alone', ...quietTouch },
      { task: 'quiet, beside the burst', ...besideTouch },
      { task: `burst of ${size}`, ...touch(stage, flood) },
    ],
    bars: [
      {
        what: 'p99 of the time to first touch that the burst adds to the other task',
        value: besideTouch['touch p99 ms'] - quietTouch['touch p99 ms'],
        unit: 'ms',
        most: 1_000,
      },
    ],
    reconciled: sent,
  };
};

/** Never more than ten rounds' worth of leads: a smoke test sends a small burst. */
function burstSize({ full, leads }: BenchOptions): number {
  return Math.min(full ? BURST_LEADS : BURST_LEADS / 5, leads * 10);
}

function watched(
  generator: Generator,
  { roundMs }: BenchOptions,
  url: string,
  first: number,
): Promise<LoadResult> {
  const until = { ms: roundMs * WATCHED_ROUNDS };
  return generator.send({ urls: [url], connections: 4, first, until, rate: QUIET_PER_SECOND });
}

function flooded(
  generator: Generator,
  { connections }: BenchOptions,
  url: string,
  { first, leads }: { first: number; leads: number },
): Promise<LoadResult> {
  return generator.send({ urls: [url], connections, first, until: { leads } });
}

function touch(stage: Stage, { sent, runIds, latency }: LoadResult) {
  const touches = stage.ledger.firstTouches(runIds);
  return {
    leads: sent,
    'accept p99 ms': latency.p99,
    'touch p50 ms': quantile(touches, 0.5),
    'touch p99 ms': quantile(touches, 0.99),
    'touch max ms': quantile(touches, 1),
  };
}
