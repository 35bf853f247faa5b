import type { LeadAnswer, WebhookAnswer } from '@taskhook/contracts';

/** The whole answer: `accepted` where one of the leads was, else the status of the first. */
export function answerOf(leads: LeadAnswer[]): WebhookAnswer {
  const accepted = leads.some(({ status }) => status === 'accepted');
  return { status: accepted ? 'accepted' : (leads[0]?.status ?? 'ignored'), leads };
}
