import { TaskhookError } from '@taskhook/errors';

const decoder = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const REPLACEMENT = '\ufffd';

/** The text of a UTF-8 body, a byte order mark dropped. Throws `malformed_body` with the first bad byte's offset. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const detail = `The body is not valid UTF-8: bad byte at offset ${firstBadByte(bytes)}.`;
    throw new TaskhookError('malformed_body', detail, { cause });
  }
}

/** A lenient decoder puts U+FFFD where a byte is bad; one that the sender wrote is EF BF BD in the bytes. */
function firstBadByte(bytes: Uint8Array): number {
  const text = lenient.decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (!isWrittenReplacement(bytes, offset)) return offset;
    offset += 3;
    from = at + 1;
  }
  return bytes.length;
}

function isWrittenReplacement(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
}
