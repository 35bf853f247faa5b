import type { Channel } from '@taskhook/contracts';
import { startStepWorker, type Redis, type StepWorker, type StepWorkerOptions } from '@taskhook/queue';

/** The workers of a runner, one per channel. */
export interface Workers {
  /** The channels whose worker takes no jobs. */
  idle(): Channel[];
  /**
   * Takes no more jobs and lets those that run end. Those that have not after `graceMs` are aborted
   * and go back to the queue.
   */
  close(graceMs: number): Promise<void>;
}

export interface WorkersOptions extends Omit<StepWorkerOptions, 'redis' | 'channel'> {
  channels: readonly Channel[];
  connect: (channel: Channel) => Promise<Redis>;
}

export async function startWorkers({ channels, connect, ...options }: WorkersOptions): Promise<Workers> {
  const workers = new Map<Channel, StepWorker>();
  const connections = await Promise.all(
    channels.map(async (channel) => [channel, await connect(channel)] as const),
  );
  for (const [channel, redis] of connections) {
    workers.set(channel, startStepWorker({ ...options, channel, redis }));
  }
  const all = [...workers.values()];
  return {
    idle: () => channels.filter((channel) => workers.get(channel)?.running() !== true),
    close: async (graceMs) => {
      const abort = setTimeout(() => {
        for (const worker of all) worker.abort();
      }, graceMs);
      await Promise.all(all.map((worker) => worker.close()));
      clearTimeout(abort);
    },
  };
}
