import type { Reason } from '@taskhook/contracts';
import type { ErrorCode } from '@taskhook/errors';
import type { FetchVerdict, LeadProvider } from './providers/provider.ts';

/** What a verdict means, for the person who can do something about it. Ids alone, nothing of the lead. */
export function reasonOf(provider: LeadProvider, connectionId: string, verdict: FetchVerdict): Reason {
  const { code, sentence, remedy } = meanings[verdict.outcome];
  const connection = `connection ${connectionId}`;
  const seen = verdict.detail === undefined ? '' : `: ${verdict.detail}`;
  const message = `${sentence(provider.title, connection)}${seen}.${remedy?.(provider.permission) ?? ''}`;
  return { code: verdict.code ?? code, message };
}

interface Meaning {
  code: ErrorCode;
  sentence: (title: string, connection: string) => string;
  remedy?: (permission: string) => string;
}

const meanings: Readonly<Record<FetchVerdict['outcome'], Meaning>> = {
  refused: {
    code: 'connection_refused',
    sentence: (title, connection) => `${title} no longer takes the access token of the ${connection}`,
    remedy: () => ' Sign in again there, save the new token in the connection, then replay the run.',
  },
  forbidden: {
    code: 'connection_refused',
    sentence: (title, connection) => `${title} does not let the ${connection} read the lead`,
    remedy: (permission) =>
      ` Its access token needs ${permission}: save one that has it, then replay the run.`,
  },
  not_found: {
    code: 'lead_not_found',
    sentence: (title, connection) =>
      `${title} has no lead with the id of the notification, or none that the ${connection} may read`,
  },
  throttled: { code: 'receiver_throttled', sentence: (title) => `${title} asks for fewer calls` },
  retry: { code: 'receiver_failed', sentence: (title) => `${title} did not give the lead` },
  rejected: { code: 'receiver_rejected', sentence: (title) => `${title} does not give the lead` },
};
