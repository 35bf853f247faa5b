import { decodeLenient } from './charset.ts';

const NON_ASCII = /[\u0080-\u00ff]/;
const PERCENT = 0x25;

/**
 * One name or value of a form (application/x-www-form-urlencoded), given with a character for each
 * byte and with blanks for its plus signs. A percent sign that begins no valid sequence stays as it is.
 */
export function decodeComponent(raw: string, charset: string | undefined, notes: string[]): string {
  if (!raw.includes('%') && !NON_ASCII.test(raw)) return raw;
  return decodeLenient(bytesOf(raw), charset, notes);
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const escaped = code === PERCENT ? byteAt(text, at + 1) : -1;
    bytes[length++] = escaped === -1 ? code : escaped;
    if (escaped !== -1) at += 2;
  }
  return bytes.subarray(0, length);
}

/** The byte that two hexadecimal digits give, or -1. */
function byteAt(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at));
  const low = hexDigit(text.charCodeAt(at + 1));
  return high === -1 || low === -1 ? -1 : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
