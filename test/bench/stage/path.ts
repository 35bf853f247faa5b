import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOptions } from '../bench.ts';
import { startGenerator } from '../load/generator.ts';
import { append } from '../measure/append.ts';
import { cpuDuring, usageOf } from '../measure/usage.ts';
import { openStage } from './stage.ts';
import { publishTasks } from './task.ts';

/** An ingress and a task-runner that stands still unless it is asked to take steps. */
export type Path = Awaited<ReturnType<typeof openPath>>;

const POLL_MS = 20;

export async function openPath(options: BenchOptions, stack: AsyncDisposableStack, taskCount: number) {
  const stage = await openStage(stack, options);
  const urls = (await publishTasks(stage, taskCount)).map(({ url }) => url);
  const ingress = await stage.start('ingress');
  // Longer than it stands still: what it holds then stays its own.
  const runner = await stage.start('task-runner', { RUNNER_LOCK_DURATION: '1h' });
  const generator = await startGenerator();
  stack.defer(() => generator.close());
  const runIds: string[] = [];
  let sent = 0;
  const backlog = async (): Promise<number> => {
    const { waiting, active } = await stage.queues.stats('preview');
    return waiting + active;
  };
  const send = async (leads: number): Promise<void> => {
    const { connections } = options;
    const result = await generator.send({ urls, connections, first: sent, until: { leads } });
    sent += leads;
    append(runIds, result.runIds);
  };
  runner.pause();
  return {
    stage,
    backlog,
    send,
    runner,
    ingressRss: () => usageOf(ingress.pid).rssBytes,
    /** Microseconds per lead for taking in so many. */
    costIn: async (leads: number) => {
      const pids = { ingress: ingress.pid, redis: stage.redisPid };
      const { cpuUs } = await cpuDuring(pids, () => send(leads));
      return { ingress: cpuUs.ingress / leads, redis: cpuUs.redis / leads };
    },
    /** Microseconds per lead for finishing about so many. */
    costOut: async (leads: number) => {
      const before = await backlog();
      let left = before;
      const { cpuUs } = await cpuDuring({ runner: runner.pid, redis: stage.redisPid }, async () => {
        runner.resume();
        while ((left = await backlog()) > before - leads) await sleep(POLL_MS);
        runner.pause();
      });
      const taken = before - left;
      return { runner: cpuUs.runner / taken, redis: cpuUs.redis / taken };
    },
    /** Finishes everything and compares the ids; gives how many there were. */
    reconcile: async (): Promise<number> => {
      runner.resume();
      await stage.drained();
      await stage.ledger.collect();
      stage.ledger.reconcile(runIds, sent);
      return sent;
    },
  };
}
