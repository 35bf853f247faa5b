import { TaskhookError } from '@taskhook/errors';
import type { IntakeRequest } from '../decode/decoded-request.ts';
import { decodeRequest } from '../decode/request.ts';

/**
 * All texts of a request in which somebody may be named: the values of its decoded body and query, its
 * headers, and the body as it came, for one that cannot be decoded and for what the decoding drops.
 */
export function requestTexts(request: IntakeRequest): string[] {
  const raw = Buffer.from(request.body).toString('utf8');
  const plain = [raw, request.query].flatMap((text) => [text, percentDecoded(text)]);
  const headers = Object.values(request.headers).flatMap((value) => value ?? []);
  return [...decodedTexts(request), ...plain, ...headers];
}

function decodedTexts(request: IntakeRequest): string[] {
  try {
    const { body, query } = decodeRequest(request);
    return [...leafTexts(body), ...leafTexts(query)];
  } catch (error) {
    if (error instanceof TaskhookError) return [];
    throw error;
  }
}

/** The texts and numbers in a JSON value, and the names of its members. */
export function leafTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leafTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...leafTexts(member)]);
}

/** As a form has it; what is no encoding stays. */
function percentDecoded(text: string): string {
  if (!/[%+]/.test(text)) return '';
  return text
    .replaceAll('+', ' ')
    .replaceAll(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
