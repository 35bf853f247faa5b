import type { Static } from 'typebox';
import { literals } from '../literals.ts';

/** Providers whose notifications carry ids alone: the lead is fetched with a connection. */
export const providers = ['meta', 'linkedin', 'hubspot', 'zoho'] as const;
export const Provider = literals(providers);
export type Provider = Static<typeof Provider>;

/** Everything that a connection can be to: those from which leads are fetched, and those that send. */
export const connectionProviders = [...providers, 'smtp', 'twilio', 'sms-http', 'whatsapp'] as const;
export const ConnectionProvider = literals(connectionProviders);
export type ConnectionProvider = Static<typeof ConnectionProvider>;

export function isLeadProvider(provider: ConnectionProvider): provider is Provider {
  return (providers as readonly ConnectionProvider[]).includes(provider);
}
