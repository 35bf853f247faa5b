import type { Outbound } from '@taskhook/outbound';
import type { DeliveryChannel } from '../channel.ts';
import { createHttpDelivery } from './deliver.ts';

/** Calls an address with JSON or text, signed per Standard Webhooks. */
export function createHttpChannel(outbound: Outbound): DeliveryChannel<'http'> {
  return { slow: true, deliver: createHttpDelivery(outbound), close: () => Promise.resolve() };
}
