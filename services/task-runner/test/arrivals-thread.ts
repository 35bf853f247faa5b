import { createServer } from 'node:http';
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';

/** The thread of `arrivalsReceiver`: notes every call, and tells all of them at `/arrivals`. */
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
  request.resume();
  if (pathname === '/arrivals') {
    response.end(JSON.stringify(arrivals));
    return;
  }
  arrivals.push({ path: pathname, id: searchParams.get('id') ?? '', at });
  response.end();
});

server.listen((workerData as { port: number }).port, '127.0.0.1');
