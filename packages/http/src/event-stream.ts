import { createSession } from 'better-sse';
import type { Request, Response } from 'express';

/** An answer that goes on: server-sent events, until one of the two sides ends it. */
export interface EventStream {
  /** Whether the client came back after its stream had broken off: it may have missed events. */
  isResumed: boolean;
  /** Whether the client reads more slowly than it is told. */
  isSlow(): boolean;
  send(event: string, data: unknown): void;
  /** Resolves when the stream has ended. */
  ended: Promise<void>;
  end(): void;
}

export interface EventStreamOptions {
  /** Milliseconds between two comments that keep the connection open. */
  keepAliveMs: number;
  /** Milliseconds after which a client whose stream broke off comes back. */
  retryMs: number;
}

/** Answers with a stream of events; each carries an id, so that a client says when it comes back. */
export async function openEventStream(
  request: Request,
  response: Response,
  { keepAliveMs, retryMs }: EventStreamOptions,
): Promise<EventStream> {
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  const session = await createSession(request, response, { keepAlive: keepAliveMs, retry: retryMs });
  return {
    isResumed: session.lastId !== '',
    isSlow: () => response.writableNeedDrain,
    send: (event, data) => {
      if (session.isConnected) session.push(data, event, String(Date.now()));
    },
    ended,
    end: () => void response.end(),
  };
}
