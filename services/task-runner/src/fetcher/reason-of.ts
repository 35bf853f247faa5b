import type { Reason } from '@taskhook/contracts';
import type { ErrorCode } from '@taskhook/errors';
import type { FetchVerdict, LeadProvider } from './providers/provider.ts';

/** What a verdict means, for the person who can do something about it. Ids alone, nothing of the lead. */
export function reasonOf(provider: LeadProvider, connectionId: string, verdict: FetchVerdict): Reason {
  const { code, sentence } = meanings[verdict.outcome];
  const told = verdict.detail === undefined ? '' : ` (${verdict.detail})`;
  return { code, message: sentence(provider, `connection ${connectionId}`, told) };
}

type Sentence = (provider: LeadProvider, connection: string, told: string) => string;

const meanings: Readonly<Record<FetchVerdict['outcome'], { code: ErrorCode; sentence: Sentence }>> = {
  refused: {
    code: 'connection_refused',
    sentence: ({ title }, connection, told) =>
      `${title} no longer takes the access token of the ${connection}${told}: ` +
      'sign in again there, save the new token in the connection, and replay the run.',
  },
  forbidden: {
    code: 'connection_refused',
    sentence: ({ title, permission }, connection, told) =>
      `${title} does not let the ${connection} read the lead${told}: ` +
      `its access token needs ${permission}. Save one that has it, and replay the run.`,
  },
  not_found: {
    code: 'lead_not_found',
    sentence: ({ title }, connection, told) =>
      `${title} has no lead with the id of the notification, or none that the ${connection} may read${told}.`,
  },
  throttled: {
    code: 'receiver_throttled',
    sentence: ({ title }, _connection, told) => `${title} asks for fewer calls${told}.`,
  },
  retry: {
    code: 'receiver_failed',
    sentence: ({ title }, _connection, told) => `${title} did not give the lead${told}.`,
  },
  rejected: {
    code: 'receiver_rejected',
    sentence: ({ title }, _connection, told) => `${title} does not give the lead${told}.`,
  },
};
