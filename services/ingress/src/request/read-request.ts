import { rawBody, requestIdOf, type Request, type Response } from '@taskhook/http';
import type { IntakeRequest } from '@taskhook/leads';

/** A request with its whole body, which is decompressed. `receivedAt` is in milliseconds since 1970. */
export interface WebhookRequest extends IntakeRequest {
  requestId: string;
  receivedAt: number;
}

/** Throws `body_too_large`, `unsupported_media_type` for an encoding, `malformed_body` for a cut body. */
export async function readRequest(request: Request, response: Response): Promise<WebhookRequest> {
  await readBody(request, response);
  return {
    requestId: requestIdOf(response),
    receivedAt: Date.now(),
    method: request.method,
    // Node gives a list for `set-cookie` alone, which no request carries.
    headers: request.headers as Record<string, string | undefined>,
    query: queryOf(request.originalUrl),
    body: request.body as Buffer,
  };
}

function readBody(request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void rawBody(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}
