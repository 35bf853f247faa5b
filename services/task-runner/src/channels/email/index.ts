import type { Outbound } from '@taskhook/outbound';
import type { DeliveryChannel } from '../channel.ts';
import type { PublicLinks } from '../public-links.ts';
import { createEmailDelivery } from './deliver.ts';
import { createMailers } from './mailers.ts';

/** Sends mails over SMTP, under the same Message-ID at every attempt. */
export function createEmailChannel(
  outbound: Outbound,
  links: Pick<PublicLinks, 'unsubscribe'>,
): DeliveryChannel<'email'> {
  const mailers = createMailers(outbound);
  return {
    slow: true,
    deliver: createEmailDelivery(mailers, links),
    close: () => {
      mailers.close();
      return Promise.resolve();
    },
  };
}
