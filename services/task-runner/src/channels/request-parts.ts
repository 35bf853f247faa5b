import { validateHeaderName } from 'node:http';
import { isReservedHeader } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';

/** A text goes as it is, everything else as JSON; null for none. */
export function bodyText(body: unknown): string | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

export function contentType(body: unknown): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json' };
}

/** Names in lower case. Throws `invalid_url` for a header that is not valid, or not a step's to set. */
export function ownHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [headerName(name), headerValue(name, value)]),
  );
}

function headerName(name: string): string {
  const lower = name.toLowerCase();
  if (isReservedHeader(lower)) throw invalid(`The header ${lower} cannot be set by a step.`);
  try {
    validateHeaderName(lower);
  } catch {
    throw invalid('The name of a header is not a valid one.');
  }
  return lower;
}

/**
 * Letters beyond ASCII go as their UTF-8 bytes (RFC 9110 5.5: obs-text), since a lead's name must not
 * keep its message from leaving. Control characters are refused: they could end the header.
 */
function headerValue(name: string, value: string): string {
  const trimmed = value.trim();
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(trimmed)) {
    throw invalid(`The value of the header ${name.toLowerCase()} holds a line break or control character.`);
  }
  return Buffer.from(trimmed, 'utf8').toString('latin1');
}

function invalid(message: string): TaskhookError {
  return new TaskhookError('invalid_url', message);
}
