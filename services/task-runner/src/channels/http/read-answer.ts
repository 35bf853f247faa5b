import { limits } from '@taskhook/contracts';

/** Beyond it, a new connection is cheaper than reading on. */
const MOST_BYTES = 1_048_576;

/**
 * The first bytes of an answer as text; the rest is read and dropped, so that the connection can be
 * used again. One that breaks off gives what had come. Undefined: nothing, or nothing readable.
 */
export async function readAnswer(body: AsyncIterable<Buffer>, encoded: boolean): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let read = 0;
  try {
    for await (const chunk of body) {
      if (read < limits.answerBytes) chunks.push(chunk.subarray(0, limits.answerBytes - read));
      read += chunk.length;
      if (read > MOST_BYTES) break;
    }
  } catch {
    // Broken off: what has come is enough.
  }
  if (encoded || read === 0) return undefined;
  // As a stream, a character that the limit cut in two is left out.
  return new TextDecoder().decode(Buffer.concat(chunks), { stream: true });
}
