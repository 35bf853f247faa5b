import type { Static } from 'typebox';
import { literals } from '../literals.ts';
import type { Channel } from '../step.ts';

/** Providers whose notifications carry ids alone: the lead is fetched with a connection. */
export const providers = ['meta', 'linkedin', 'hubspot', 'zoho'] as const;
export const Provider = literals(providers);
export type Provider = Static<typeof Provider>;

/** Everything that a connection can be to: those from which leads are fetched, and those that send. */
export const connectionProviders = [...providers, 'smtp', 'twilio', 'sms-http', 'whatsapp'] as const;
export const ConnectionProvider = literals(connectionProviders);
export type ConnectionProvider = Static<typeof ConnectionProvider>;

/** What the steps of a channel may be sent with; none where a channel needs no connection. */
export const channelProviders = {
  preview: [],
  http: [],
  email: ['smtp'],
  sms: ['twilio', 'sms-http'],
  whatsapp: ['whatsapp'],
} as const satisfies Record<Channel, readonly ConnectionProvider[]>;

/** Those that tell afterwards how far a message came. */
export const receiptProviders: readonly ConnectionProvider[] = ['twilio', 'whatsapp'];

export function isLeadProvider(provider: ConnectionProvider): provider is Provider {
  return (providers as readonly ConnectionProvider[]).includes(provider);
}
