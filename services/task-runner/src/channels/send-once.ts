import { callOnce, type CallRequest, type CallResult, type Outbound } from '@taskhook/outbound';
import type { Channel } from '@taskhook/contracts';
import type { Delivery, DeliveryInput } from './channel.ts';

export type Answered = Extract<CallResult, { answered: true }>;

/**
 * A call that its receiver would carry out twice if it came twice. It is claimed before it is made, so
 * that a job that comes again after its worker was lost does not make it again. Where nobody can know
 * whether it was carried out, the outcome is `unknown`, and a person decides. Throws what forbids the
 * call, and `unavailable` when the runner had to stop before anything was sent.
 */
export async function sendOnce(
  outbound: Outbound,
  input: Pick<DeliveryInput<Channel>, 'claim' | 'release' | 'signal'>,
  request: CallRequest,
  map: (answer: Answered) => Delivery,
): Promise<Delivery> {
  if (!(await input.claim())) {
    return { ...unknownOutcome(null, 'A worker was lost while it sent this message.'), untried: true };
  }
  const result = await callOnce(outbound, request, input.signal).catch(async (error: unknown) => {
    await input.release();
    throw error;
  });
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
