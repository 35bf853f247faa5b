import type { Channel } from '@taskhook/contracts';
import type { Delivery, DeliveryChannel, DeliveryInput } from './channel.ts';
import type { Outbound } from '@taskhook/outbound';
import { createHttpChannel } from './http/index.ts';
import { createPreviewChannel } from './preview/index.ts';

export type DeliveryChannels = { [C in Channel]: DeliveryChannel<C> };

/** Every channel there is. */
export function createChannels(outbound: Outbound): DeliveryChannels {
  return { preview: createPreviewChannel(), http: createHttpChannel(outbound) };
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
