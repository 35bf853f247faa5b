import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least that a webhook can cost: `node:http` parses the JSON, answers, and stores nothing. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const lead = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { email: string };
    const body = JSON.stringify({ status: 'accepted', leads: [{ status: 'accepted', email: lead.email }] });
    const length = Buffer.byteLength(body);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
