import { callOnce, type CallRequest, type CallResult, type Outbound } from '@taskhook/outbound';
import type { Delivery } from './channel.ts';

export type Answered = Extract<CallResult, { answered: true }>;

/**
 * A call that its receiver would carry out twice if it came twice. Where nobody can know whether it was
 * carried out, the outcome is `unknown`, and a person decides. Throws what forbids the call, and
 * `unavailable` when `stop` aborted before anything was sent.
 */
export async function sendOnce(
  outbound: Outbound,
  request: CallRequest,
  stop: AbortSignal,
  map: (answer: Answered) => Delivery,
): Promise<Delivery> {
  const result = await callOnce(outbound, request, stop);
  if (result.answered) return map(result);
  if (!result.sent) return { outcome: 'retry', status_code: null, error: result.error };
  return unknownOutcome(null, result.error.message);
}

/** `seen` is a sentence. */
export function unknownOutcome(status: number | null, seen: string): Delivery {
  const message =
    `${seen} The message may have been sent: look for it at the provider, ` +
    'and replay the run only if it is not there.';
  return { outcome: 'unknown', status_code: status, error: { code: 'outcome_unknown', message } };
}
