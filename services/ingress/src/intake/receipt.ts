import type { LeadAnswer, WebhookAnswer } from '@taskhook/contracts';
import type { TaskhookError } from '@taskhook/errors';
import type { Acknowledgement } from '@taskhook/leads';
import { answerOf } from './answer-of.ts';

/** What became of a request, everything of it written. */
export interface Receipt {
  answer: WebhookAnswer;
  /** Why nothing of it was taken, where the task wants its sender to be told so. */
  refusal?: TaskhookError;
  /** What the sender needs to hear in place of the answer. */
  acknowledgement?: Acknowledgement;
}

/** A sender that is owed an acknowledgement gets it even for bad leads: they are safe in quarantine. */
export function receiptOf(
  leads: LeadAnswer[],
  { acknowledgement }: { acknowledgement?: Acknowledgement },
  refusal?: TaskhookError,
): Receipt {
  const answer = answerOf(leads);
  if (acknowledgement !== undefined) return { answer, acknowledgement };
  return refusal === undefined ? { answer } : { answer, refusal };
}
