import type { Outcome } from '@taskhook/contracts';
import type { ErrorCode } from '@taskhook/errors';
import { retryAfterMs } from '@taskhook/outbound';
import type { Delivery } from '../channel.ts';

export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Statuses of the 4xx that may be another one next time; 429 is `throttled`. */
const transient = new Set([408, 425]);

/** What a status means for the attempt. */
export function mapAnswer(status: number, headers: AnswerHeaders, answer: string | undefined): Delivery {
  const pauseMs = retryAfterMs(headers['retry-after'], Date.now());
  return {
    ...verdict(status, headers),
    status_code: status,
    ...(answer === undefined ? {} : { answer }),
    ...(pauseMs === undefined ? {} : { retryAfterMs: pauseMs }),
  };
}

function verdict(status: number, headers: AnswerHeaders): Pick<Delivery, 'outcome' | 'error'> {
  if (status >= 200 && status < 300) return { outcome: 'delivered', error: null };
  if (status === 429) {
    return failed('throttled', 'receiver_throttled', 'The receiver asks for fewer calls (429).');
  }
  if (status >= 500 || transient.has(status)) {
    return failed('retry', 'receiver_failed', `The receiver answered ${status}.`);
  }
  if (status >= 300 && status < 400)
    return failed('rejected', 'receiver_rejected', redirect(status, headers));
  return failed('rejected', 'receiver_rejected', `The receiver answered ${status}.`);
}

function failed(outcome: Outcome, code: ErrorCode, message: string): Pick<Delivery, 'outcome' | 'error'> {
  return { outcome, error: { code, message } };
}

/** A redirect could lead anywhere, and its path may hold the lead's data: only its host is told. */
function redirect(status: number, headers: AnswerHeaders): string {
  const target = URL.parse(String(headers['location'] ?? ''))?.host;
  const to = target === undefined || target === '' ? '' : ` to ${target}`;
  return `The receiver answered ${status}, a redirect${to}; redirects are not followed.`;
}
