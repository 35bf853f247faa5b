import type { ConnectionProvider } from '@taskhook/contracts';
import { sourceAdapters } from '@taskhook/leads';

const senders: Readonly<Partial<Record<ConnectionProvider, string>>> = {
  smtp: 'a mail server',
  twilio: 'Twilio',
  'sms-http': 'an SMS gateway',
  whatsapp: 'WhatsApp',
};

/** What people call the provider, such as `Facebook Lead Ads`. */
export function providerTitle(provider: ConnectionProvider): string {
  return senders[provider] ?? sourceAdapters.find(({ name }) => name === provider)?.title ?? provider;
}
