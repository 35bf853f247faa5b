import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { newRequestId } from '@taskhook/contracts';
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
  server.on('clientError', answerClientError);
  // A sender that closes its half after the request still gets its answer. Node's types lack the property.
  Object.assign(server, { httpAllowHalfOpen: true });
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: (graceMs) => closeServer(server, graceMs),
  };
}

/** What Node itself refuses before there is a request: the answer is problem details all the same. */
function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, detail } = clientErrors[error.code ?? ''] ?? notHttp;
  const title = STATUS_CODES[status] ?? 'Error';
  const code = 'invalid_request';
  const problem = {
    type: `urn:taskhook:problem:${code}`,
    title,
    status,
    code,
    detail,
    request_id: newRequestId(),
  };
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const notHttp = { status: 400, detail: 'The request is not well-formed HTTP.' };
const clientErrors: Record<string, { status: number; detail: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The headers are larger than 16 KiB.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request did not come whole within 30 seconds.' },
};

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
