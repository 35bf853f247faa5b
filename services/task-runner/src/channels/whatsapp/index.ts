import type { Outbound } from '@taskhook/outbound';
import type { DeliveryChannel } from '../channel.ts';
import { createWhatsAppDelivery } from './deliver.ts';

/** Sends WhatsApp messages through Meta's Cloud API, each once. */
export function createWhatsAppChannel(outbound: Outbound): DeliveryChannel<'whatsapp'> {
  return { slow: true, deliver: createWhatsAppDelivery(outbound), close: () => Promise.resolve() };
}
