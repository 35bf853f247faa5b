import type { RawRequest } from '@taskhook/contracts';
import type { IntakeRequest } from '@taskhook/leads';

/** A request that was kept, as it is read. */
export function rawIntakeRequest({ method, headers, query, body }: RawRequest): IntakeRequest {
  return { method, headers, query, body: Buffer.from(body, 'base64') };
}
