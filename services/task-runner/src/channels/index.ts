import type { Channel } from '@taskhook/contracts';
import type { Delivery, DeliveryChannel, DeliveryInput } from './channel.ts';
import type { Outbound } from '@taskhook/outbound';
import type { TemplateEngine } from '@taskhook/templating';
import { createEmailChannel } from './email/index.ts';
import { createHttpChannel } from './http/index.ts';
import type { PublicLinks } from './public-links.ts';
import { createPreviewChannel } from './preview/index.ts';
import { createSmsChannel } from './sms/index.ts';
import { createWhatsAppChannel } from './whatsapp/index.ts';

export type DeliveryChannels = { [C in Channel]: DeliveryChannel<C> };

/** Every channel there is. `links` go out with messages. */
export function createChannels(
  outbound: Outbound,
  engine: TemplateEngine,
  links: PublicLinks,
): DeliveryChannels {
  return {
    preview: createPreviewChannel(),
    http: createHttpChannel(outbound),
    email: createEmailChannel(outbound, links),
    sms: createSmsChannel(outbound, engine, links),
    whatsapp: createWhatsAppChannel(outbound),
  };
}

/** One attempt on the channel that the step was rendered for. */
export function deliver<C extends Channel>(
  channels: DeliveryChannels,
  channel: C,
  input: DeliveryInput<C>,
): Promise<Delivery> {
  return channels[channel].deliver(input);
}

export async function closeChannels(channels: DeliveryChannels): Promise<void> {
  await Promise.all(Object.values(channels).map((channel) => channel.close()));
}
