import type { ServerResponse } from 'node:http';

export interface ExactAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** Answers with these bytes under this type: some senders compare both. */
export function sendExactly(response: ServerResponse, { status, contentType, body }: ExactAnswer): void {
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}
