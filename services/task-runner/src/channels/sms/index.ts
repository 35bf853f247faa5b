import type { Outbound } from '@taskhook/outbound';
import type { TemplateEngine } from '@taskhook/templating';
import type { DeliveryChannel } from '../channel.ts';
import type { PublicLinks } from '../public-links.ts';
import { createSmsDelivery } from './deliver.ts';

/** Sends SMS through Twilio or a gateway with an HTTP interface, each message once. */
export function createSmsChannel(
  outbound: Outbound,
  engine: TemplateEngine,
  links: Pick<PublicLinks, 'statusCallback'>,
): DeliveryChannel<'sms'> {
  return {
    slow: true,
    deliver: createSmsDelivery(outbound, engine, links),
    close: () => Promise.resolve(),
  };
}
