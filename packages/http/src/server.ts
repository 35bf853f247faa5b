import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { TaskhookError } from '@taskhook/errors';

export interface HttpServer {
  /** The port that it listens on, also where 0 was asked for. */
  port: number;
  /** Takes no more connections, lets running requests end for so long, then cuts them. */
  close(graceMs: number): Promise<void>;
}

export interface ServerOptions {
  host: string;
  port: number;
  listener: RequestListener;
}

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;

/** Listens; throws `start_failed` where the address cannot be had. */
export async function startServer({ host, port, listener }: ServerOptions): Promise<HttpServer> {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: 16_384,
    },
    listener,
  );
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: (graceMs) => closeServer(server, graceMs),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new TaskhookError('start_failed', `Cannot listen on ${host}:${port}: ${cause.message}`, { cause }),
      );
    });
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = new AbortController();
  const cutter = sleep(graceMs, undefined, { signal: cut.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  // A keep-alive connection that ends its request now must not open the next one.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  cut.abort();
  await cutter;
}
