import { Queue } from 'bullmq';
import { leadBody } from '../load/lead.ts';

/** Puts jobs in a queue with nothing but `addBulk`, in a process of its own: `{ first, jobs, group }`. */
const url = new URL(process.env['REDIS_URL'] ?? '');
const queue = new Queue(process.env['QUEUE'] ?? '', {
  connection: { host: url.hostname, port: Number(url.port) },
  defaultJobOptions: { removeOnComplete: true },
});
await queue.waitUntilReady();

process.on('message', ({ first, jobs, group }: { first: number; jobs: number; group: number }) => {
  void add(first, jobs, group).then(() => process.send?.(jobs));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function add(first: number, jobs: number, group: number): Promise<void> {
  for (let from = 0; from < jobs; from += group) {
    const size = Math.min(group, jobs - from);
    await queue.addBulk(
      Array.from({ length: size }, (_, i) => {
        const n = first + from + i;
        return { name: 'step', data: JSON.parse(leadBody(n)) as unknown, opts: { jobId: `job-${n}` } };
      }),
    );
  }
}
