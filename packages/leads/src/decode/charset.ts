import { isUtf8 } from 'node:buffer';
import { decodeUtf8 } from './utf8.ts';

/** What browsers take a text for that names no charset and is not UTF-8: every byte is a character. */
const FALLBACK = 'windows-1252';

/** The charset parameter of a content type, in lower case. */
export function charsetOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined) return undefined;
  const match = /;\s*charset\s*=\s*(?:"([^"]{1,40})"|([^\s;"]{1,40}))/i.exec(contentType);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

/** UTF-16 by its byte order mark, the one sign that no other encoding gives. */
export function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Whether text in this charset reads differently from UTF-8. An unknown name is none. */
export function isForeign(charset: string | undefined): charset is string {
  return charset !== undefined && (decoderFor(charset)?.encoding ?? 'utf-8') !== 'utf-8';
}

/**
 * Text in its declared charset. What is valid UTF-8 is read as that although windows-1252 or
 * ISO-8859-1 is declared: senders declare these by default, and real text in them is never valid UTF-8.
 */
export function decodeDeclared(bytes: Uint8Array, charset: string | undefined, notes: string[]): string {
  const mark = utf16Mark(bytes);
  const decoder = decoderFor(mark ?? charset);
  if (decoder === undefined || decoder.encoding === 'utf-8') return decodeUtf8(bytes);
  if (decoder.encoding.startsWith('utf-16')) return decoder.decode(bytes);
  const utf8 = utf8OrUndefined(bytes);
  if (utf8 !== undefined) return utf8;
  addNote(notes, `The body was read as ${decoder.encoding}.`);
  return decoder.decode(bytes);
}

/** Text of a form: as declared, else UTF-8, else windows-1252, so that no lead is lost to its encoding. */
export function decodeLenient(bytes: Uint8Array, charset: string | undefined, notes: string[]): string {
  const declared = decoderFor(charset);
  if (declared?.encoding.startsWith('utf-16') === true) return declared.decode(bytes);
  const text = utf8OrUndefined(bytes);
  if (text !== undefined) return text;
  const decoder = declared === undefined || declared.encoding === 'utf-8' ? decoderFor(FALLBACK) : declared;
  addNote(notes, `Text that is not UTF-8 was read as ${decoder?.encoding ?? FALLBACK}.`);
  return decoder?.decode(bytes) ?? '';
}

/** The same thing is said once, however many fields it is true of. */
export function addNote(notes: string[], note: string): void {
  if (!notes.includes(note)) notes.push(note);
}

/** Asked first, since an error that is thrown costs more than reading the text. */
function utf8OrUndefined(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

const decoders = new Map<string, TextDecoder>();

/** The names are those of the Encoding standard, so the cache is bounded by its list of labels. */
function decoderFor(charset: string | undefined): TextDecoder | undefined {
  if (charset === undefined) return undefined;
  const known = decoders.get(charset);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(charset);
    decoders.set(charset, decoder);
    return decoder;
  } catch {
    return undefined;
  }
}
