import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** A call, by the path and the id that it came with; `at` in milliseconds since 1970. */
export interface Arrival {
  path: string;
  id: string;
  at: number;
}

/**
 * A receiver that notes when calls come, in a thread of its own so that a busy test does not make them
 * late. Closed with the test.
 */
export async function arrivalsReceiver() {
  const worker = new Worker(new URL('./arrivals-thread.ts', import.meta.url));
  onTestFinished(async () => {
    await worker.terminate();
  });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals: async (): Promise<Arrival[]> => {
      const told = once(worker, 'message');
      worker.postMessage('tell');
      return ((await told) as [Arrival[]])[0];
    },
  };
}
