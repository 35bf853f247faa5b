import { limits } from '@taskhook/contracts';
import { errors } from 'undici';

/** An answer whole. One that is larger than any body of a lead may be is taken for a broken one. */
export async function readBody(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of body) {
    read += chunk.length;
    if (read > limits.bodyBytes) throw new errors.ResponseExceededMaxSizeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
