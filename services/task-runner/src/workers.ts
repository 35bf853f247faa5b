import type { JobWorker, Redis } from '@taskhook/queue';

/** The workers of a runner, one per queue. */
export interface Workers {
  /** The names of those that take no jobs. */
  idle(): string[];
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

/** Starts workers, each on a connection of its own, once all connections stand. */
export async function startWorkers(
  starts: readonly WorkerStart[],
  connect: (name: string) => Promise<Redis>,
): Promise<Workers> {
  const connections = await Promise.all(
    starts.map(async (start) => [start, await connect(start.name)] as const),
  );
  const workers = connections.map(([{ name, start }, redis]) => ({ name, worker: start(redis) }));
  return {
    idle: () => workers.filter(({ worker }) => !worker.running()).map(({ name }) => name),
    close: async (graceMs) => {
      const abort = setTimeout(() => {
        for (const { worker } of workers) worker.abort();
      }, graceMs);
      await Promise.all(workers.map(({ worker }) => worker.close()));
      clearTimeout(abort);
    },
  };
}
