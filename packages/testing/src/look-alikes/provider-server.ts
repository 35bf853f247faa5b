import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export type Answer = { status: number; headers?: Record<string, string>; body?: unknown } | 'hang' | 'break';

type Judge = (asked: Asked) => Exclude<Answer, string>;

/** As `openProviderServer`, closed with the test. */
export async function providerServer(judge: Judge) {
  const server = await openProviderServer(judge);
  onTestFinished(server.close);
  return server;
}

/**
 * An HTTP API on loopback. `judge` says what the real one would answer; `next` queues answers that come
 * instead.
 */
export async function openProviderServer(judge: Judge) {
  const requests: Asked[] = [];
  const taken: Asked[] = [];
  const queue: Answer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const asked = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      requests.push(asked);
      const instead = queue.shift();
      if (instead === 'hang') return;
      if (instead === 'break') {
        request.socket.destroy();
        return;
      }
      const answer = instead ?? judge(asked);
      if (answer.status < 300) taken.push(asked);
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** Those that were answered with 2xx. */
    taken,
    next: (...answers: Answer[]) => void queue.push(...answers),
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
}
