import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { newRequestId } from '@taskhook/contracts';

/** What Node itself refuses before there is a request: the answer is problem details all the same. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
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

/** Node's word for a request whose time-out has passed. */
export const SLOW = 'ERR_HTTP_REQUEST_TIMEOUT';

const notHttp = { status: 400, detail: 'The request is not well-formed HTTP.' };
const clientErrors: Record<string, { status: number; detail: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The headers are larger than 16 KiB.' },
  [SLOW]: { status: 408, detail: 'The request did not come whole within its time.' },
};
