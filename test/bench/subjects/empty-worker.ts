import { Worker } from 'bullmq';

/** What a worker costs that does nothing with its jobs. Asked with a message, it tells how many it had. */
const url = new URL(process.env['REDIS_URL'] ?? '');
let done = 0;
const worker = new Worker(
  process.env['QUEUE'] ?? '',
  () => {
    done += 1;
    return Promise.resolve();
  },
  {
    connection: { host: url.hostname, port: Number(url.port) },
    concurrency: Number(process.env['CONCURRENCY']),
  },
);
worker.on('error', (error) => console.error(error));
await worker.waitUntilReady();
process.on('message', () => process.send?.(done));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
