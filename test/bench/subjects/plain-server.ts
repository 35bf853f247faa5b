import { Queue } from 'bullmq';
import express from 'express';
import type { AddressInfo } from 'node:net';

/** The way that one writes first: Express, `express.json`, one `queue.add` per request. */
const url = new URL(process.env['REDIS_URL'] ?? '');
const queue = new Queue('plain', {
  connection: { host: url.hostname, port: Number(url.port) },
  defaultJobOptions: { removeOnComplete: true },
});
const app = express();
app.use(express.json());
app.post('/w/plain', (request, response) => {
  queue.add('lead', request.body).then(
    ({ id }) => response.json({ status: 'accepted', leads: [{ status: 'accepted', id }] }),
    () => response.sendStatus(503),
  );
});
const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
