import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { bodyTooLarge } from './read-body.ts';
import type { ReceivedRequest } from './read-request.ts';

type Decoder = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const decoders: Readonly<Record<string, Decoder | undefined>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Whether the body came as it is, as nearly all do: nothing is copied and nothing awaited for these. */
export function isPlain({ headers }: ReceivedRequest): boolean {
  return (headers['content-encoding'] ?? '') === '';
}

/**
 * The request with its body decompressed, or why it cannot be: a value, since such a request is kept
 * as it came. Throws `body_too_large`.
 */
export async function decompress(request: ReceivedRequest): Promise<ReceivedRequest | TaskhookError> {
  const { 'content-encoding': encoding = '', ...headers } = request.headers;
  const name = encoding.trim().toLowerCase();
  if (name === 'identity') return request;
  const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  if (decode === undefined) return unknownEncoding();
  try {
    const body = await decode(request.body, { maxOutputLength: limits.bodyBytes });
    return { ...request, headers, body };
  } catch (cause) {
    if (cause instanceof RangeError) throw bodyTooLarge();
    return new TaskhookError('malformed_body', `The body cannot be decompressed as ${name}.`, { cause });
  }
}

function unknownEncoding(): TaskhookError {
  return new TaskhookError('unsupported_media_type', 'The content encoding is not one of gzip, deflate, br.');
}
