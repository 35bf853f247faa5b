import { callOnce, type CallRequest, type CallResult, type Outbound } from '@taskhook/outbound';
import type { Channel } from '@taskhook/contracts';
import type { Delivery, DeliveryInput } from './channel.ts';

export type Answered = Extract<CallResult, { answered: true }>;

type Input = Pick<DeliveryInput<Channel>, 'claim' | 'release' | 'inquiry' | 'signal'>;

/** How a channel sends, and finds out what has been sent. */
export interface Sending {
  request: CallRequest;
  map: (answer: Answered) => Delivery;
  /** Asks the provider about an attempt that was begun then. Absent where it cannot tell. */
  lookUp?: (begunAt: number) => Promise<Delivery>;
}

/**
 * A call that its receiver would carry out twice if it came twice. It is claimed before it is made, so
 * that a job that comes again after its worker was lost does not make it again. Where nobody knows
 * whether it was carried out, the provider's receipts say so, or the provider is asked; else the outcome
 * is `unknown`, and a person decides. Throws what forbids the call, and `unavailable` when the runner
 * had to stop before anything was sent.
 */
export async function sendOnce(outbound: Outbound, input: Input, sending: Sending): Promise<Delivery> {
  const start = Date.now();
  const claim = await input.claim();
  // A worker that stood still meanwhile may be taken for dead, and another ask in its place.
  const isLate = Date.now() - start > input.inquiry.settleMs / 2;
  if (!claim.first || isLate) return findOut(input, sending, claim.first ? start : claim.begunAt);
  const result = await callOnce(outbound, sending.request, input.signal).catch(async (error: unknown) => {
    await input.release();
    throw error;
  });
  if (result.answered) return openFor(sending, input, sending.map(result));
  if (!result.sent) return { outcome: 'retry', status_code: null, error: result.error };
  return openFor(sending, input, unknownOutcome(null, result.error.message));
}

/** An unknown outcome stays open where the provider can be asked about it. */
function openFor({ lookUp }: Sending, { inquiry }: Input, delivery: Delivery): Delivery {
  if (delivery.outcome !== 'unknown' || lookUp === undefined) return delivery;
  return { ...delivery, askAt: Date.now() + inquiry.settleMs };
}

/** Nothing is sent here, so what comes out says nothing of whether the provider works. */
async function findOut(input: Input, { lookUp }: Sending, begunAt: number): Promise<Delivery> {
  const lost = unknownOutcome(null, 'A worker was lost while it sent this message.');
  const receipt = await input.inquiry.receipt();
  if (receipt !== undefined && receipt !== 'failed') {
    const answer = `Receipt: ${receipt}`;
    return { outcome: 'delivered', status_code: null, error: null, answer, untried: true };
  }
  if (lookUp === undefined) return { ...lost, untried: true };
  const settledAt = begunAt + input.inquiry.settleMs;
  if (Date.now() < settledAt) return { ...lost, askAt: settledAt, untried: true };
  return { ...(await lookUp(begunAt)), untried: true };
}

/** `seen` is a sentence. */
export function unknownOutcome(status: number | null, seen: string): Delivery {
  const message =
    `${seen} The message may have been sent: look for it at the provider, ` +
    'and replay the run only if it is not there.';
  return { outcome: 'unknown', status_code: status, error: { code: 'outcome_unknown', message } };
}
