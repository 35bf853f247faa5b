import type { ServerResponse } from 'node:http';

/** Answers with a value as JSON, under the status that the response has. */
export function sendJson(response: ServerResponse, value: unknown): void {
  sendText(response, 'application/json; charset=utf-8', JSON.stringify(value));
}

export function sendText(response: ServerResponse, contentType: string, text: string): void {
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}
