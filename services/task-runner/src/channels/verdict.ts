import type { Outcome } from '@taskhook/contracts';
import type { ErrorCode } from '@taskhook/errors';
import { retryAfterMs } from '@taskhook/outbound';
import type { Delivery } from './channel.ts';
import type { Answered } from './send-once.ts';

/** Why an answer is no delivery. */
export interface Verdict {
  outcome: Exclude<Outcome, 'delivered' | 'unknown'>;
  code: ErrorCode;
  /** Words of our own, a sentence: never the receiver's text, which may name the person. */
  message: string;
}

export const refused = (message: string): Verdict => ({
  outcome: 'rejected',
  code: 'connection_refused',
  message,
});
export const rejected = (message: string, code: ErrorCode = 'receiver_rejected'): Verdict => ({
  outcome: 'rejected',
  code,
  message,
});
export const throttled = (message: string): Verdict => ({
  outcome: 'throttled',
  code: 'receiver_throttled',
  message,
});
export const later = (message: string): Verdict => ({ outcome: 'retry', code: 'receiver_failed', message });

/** A verdict as the outcome of an attempt, with the pause that the answer asks for. */
export function deliveryOf({ outcome, code, message }: Verdict, { status, headers }: Answered): Delivery {
  const pauseMs = retryAfterMs(headers['retry-after'], Date.now());
  return {
    outcome,
    status_code: status,
    error: { code, message },
    ...(pauseMs === undefined ? {} : { retryAfterMs: pauseMs }),
  };
}
