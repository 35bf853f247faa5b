import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { freePorts, until } from '@taskhook/testing';

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
  const [port = 0] = await freePorts(1);
  const worker = new Worker(new URL('./arrivals-thread.ts', import.meta.url), { workerData: { port } });
  onTestFinished(async () => {
    await worker.terminate();
  });
  const url = `http://127.0.0.1:${port}`;
  const arrivals = async () => (await (await fetch(`${url}/arrivals`)).json()) as Arrival[];
  await until('the receiver', () => arrivals().catch(() => undefined));
  return { url, arrivals };
}
