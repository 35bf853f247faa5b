import {
  IconBrandFacebook,
  IconBrandLinkedin,
  IconBrandWhatsapp,
  IconBuildingStore,
  IconDeviceMobileMessage,
  IconMail,
  IconMessage2,
  IconTargetArrow,
  type Icon,
} from '@tabler/icons-react';
import type { Connection } from '../../api/types.ts';

export type Provider = Connection['provider'];

/** Those that send, the commonest first, and then those from which leads are fetched. */
export const providers = [
  'whatsapp',
  'smtp',
  'twilio',
  'sms-http',
  'meta',
  'linkedin',
  'hubspot',
  'zoho',
] as const satisfies readonly Provider[];

export const providerIcons: Readonly<Record<Provider, Icon>> = {
  whatsapp: IconBrandWhatsapp,
  smtp: IconMail,
  twilio: IconMessage2,
  'sms-http': IconDeviceMobileMessage,
  meta: IconBrandFacebook,
  linkedin: IconBrandLinkedin,
  hubspot: IconTargetArrow,
  zoho: IconBuildingStore,
};

/** Only what sends has a breaker and limits. */
export function sends(provider: Provider): boolean {
  return ['smtp', 'twilio', 'sms-http', 'whatsapp'].includes(provider);
}
