import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { TaskhookError } from '@taskhook/errors';
import { boundedListener } from './bounded-listener.ts';
import { answerClientError, SLOW } from './client-error.ts';
import { defaultLimits, type ServerLimits } from './server-limits.ts';

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
  limits?: Partial<ServerLimits>;
}

const KEEP_ALIVE_MS = 65_000;

/** How often slow requests are looked for: a caller may take that much longer than its time-out. */
const SLOW_CHECK_MS = 1_000;

/** Listens; throws `start_failed` where the address cannot be had. */
export async function startServer(options: ServerOptions): Promise<HttpServer> {
  const { host, port, listener } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: SLOW_CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: 16_384,
    },
    boundedListener(listener, limits),
  );
  if (Number.isFinite(limits.maxConnections)) server.maxConnections = limits.maxConnections;
  server.on('drop', () => limits.refused('connection'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === SLOW) limits.refused('slow_request');
    answerClientError(error, socket);
  });
  // A sender that closes its half after the request still gets its answer. Node's types lack the property.
  Object.assign(server, { httpAllowHalfOpen: true });
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
