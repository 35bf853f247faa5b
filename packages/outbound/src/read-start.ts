const MOST_BYTES = 65_536;

/**
 * The first bytes of an answer as text. One that breaks off gives what had come: its status has told
 * already what the receiver did.
 */
export async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk.subarray(0, MOST_BYTES - read));
      read += chunk.length;
      if (read >= MOST_BYTES) break;
    }
  } catch {
    // Broken off: what has come is enough.
  }
  // As a stream, a character that the limit cut in two is left out.
  return new TextDecoder().decode(Buffer.concat(chunks), { stream: true });
}
