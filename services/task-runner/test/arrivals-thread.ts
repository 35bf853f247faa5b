import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

/** The thread of `arrivalsReceiver`: tells its port, then all arrivals whenever it is asked. */
const arrivals: { path: string; id: string; at: number }[] = [];

try {
  // A busy machine would make calls come together that were sent apart; only root may ask for this.
  setPriority(0, -15);
} catch {
  // Then the times are as good as the machine is idle.
}

const server = createServer((request, response) => {
  const at = performance.timeOrigin + performance.now();
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://receiver');
  arrivals.push({ path: pathname, id: searchParams.get('id') ?? '', at });
  request.resume();
  response.end();
});

server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
parentPort?.on('message', () => parentPort?.postMessage(arrivals));
