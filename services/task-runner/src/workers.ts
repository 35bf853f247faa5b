import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWorker, Redis, WorkerProgress } from '@taskhook/queue';

/** The workers of a runner, one per queue. */
export interface Workers {
  names(): string[];
  /** The names of those that take no jobs. */
  idle(): string[];
  progress(name: string): WorkerProgress;
  /**
   * Puts a new worker on a new connection in the place of one; the old one takes no more jobs and may
   * finish those that it has, within `retireMs`.
   */
  restart(name: string): Promise<void>;
  /**
   * Takes no more jobs and lets those that run end. Those that have not after `graceMs` are aborted
   * and go back to the queue.
   */
  close(graceMs: number): Promise<void>;
}

export interface WorkerStart {
  name: string;
  start: (redis: Redis) => JobWorker;
}

export interface WorkerConnections {
  open(name: string): Promise<Redis>;
  close(redis: Redis): void;
}

interface Running extends WorkerStart {
  redis: Redis;
  worker: JobWorker;
}

/** Starts workers, each on a connection of its own, once all connections stand. */
export async function startWorkers(
  starts: readonly WorkerStart[],
  connections: WorkerConnections,
  retireMs: number,
): Promise<Workers> {
  const opened = await Promise.all(
    starts.map(async (start) => ({ ...start, redis: await connections.open(start.name) })),
  );
  const running = new Map(opened.map((one) => [one.name, { ...one, worker: one.start(one.redis) }]));
  return {
    names: () => [...running.keys()],
    idle: () => [...running.values()].filter(({ worker }) => !worker.running()).map(({ name }) => name),
    progress: (name) => find(running, name).worker.progress(),
    restart: async (name) => {
      const old = find(running, name);
      const redis = await connections.open(name);
      running.set(name, { ...old, redis, worker: old.start(redis) });
      void retire(old, connections, retireMs);
    },
    close: async (graceMs) => {
      const workers = [...running.values()].map(({ worker }) => worker);
      const abort = setTimeout(() => {
        for (const worker of workers) worker.abort();
      }, graceMs);
      await Promise.all(workers.map((worker) => worker.close()));
      clearTimeout(abort);
    },
  };
}

function find(running: ReadonlyMap<string, Running>, name: string): Running {
  const found = running.get(name);
  if (found === undefined) throw new Error(`no worker for ${name}`);
  return found;
}

/** Over a connection that is dead it can finish nothing: what it holds comes again when its lock has run out. */
async function retire(
  { worker, redis }: Running,
  connections: WorkerConnections,
  retireMs: number,
): Promise<void> {
  const closed = worker.close().catch(() => undefined);
  await Promise.race([closed, sleep(retireMs, undefined, { ref: false })]);
  worker.abort();
  connections.close(redis);
}
