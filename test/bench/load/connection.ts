import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface HttpAnswer {
  /** 0 where the connection failed. */
  status: number;
  body: string;
}

/** One keep-alive connection that carries one request at a time. */
export interface Connection {
  request(text: string, answered: (answer: HttpAnswer) => void): void;
  close(): void;
}

const HEAD_END = '\r\n\r\n';

/** A reader of no more of HTTP than a server with `Content-Length` needs, so that it costs little. */
export async function openConnection(url: URL): Promise<Connection> {
  const socket = await open(url);
  let received = '';
  let waiting: ((answer: HttpAnswer) => void) | undefined;
  const settle = (answer: HttpAnswer): void => {
    const answered = waiting;
    waiting = undefined;
    received = '';
    answered?.(answer);
  };
  socket.on('data', (chunk: string) => {
    received += chunk;
    const answer = readAnswer(received);
    if (answer !== undefined) settle(answer);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => settle({ status: 0, body: '' }));
  return {
    request: (text, answered) => {
      waiting = answered;
      if (socket.destroyed) settle({ status: 0, body: '' });
      else socket.write(text, 'latin1');
    },
    close: () => socket.destroy(),
  };
}

async function open(url: URL): Promise<Socket> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  socket.setEncoding('latin1');
  await once(socket, 'connect');
  return socket;
}

function readAnswer(text: string): HttpAnswer | undefined {
  const headEnd = text.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const length = contentLength(text.slice(0, headEnd));
  const start = headEnd + HEAD_END.length;
  if (text.length < start + length) return undefined;
  return { status: Number(text.slice(9, 12)), body: text.slice(start) };
}

function contentLength(head: string): number {
  const at = head.search(/content-length:/i);
  return at < 0 ? 0 : Number.parseInt(head.slice(at + 'content-length:'.length), 10);
}
