import type { DeliveryChannel } from '../channel.ts';
import { createAddressGuard, type Cidr } from '../../outbound/address-guard.ts';
import { createAgent } from '../../outbound/agent.ts';
import { createHttpDelivery } from './deliver.ts';

export interface HttpChannelOptions {
  /** Milliseconds for a whole call, from the connection to the head of the answer. */
  timeoutMs: number;
  /** What may be reached besides public addresses. */
  allowed: readonly Cidr[];
}

/** Calls an address with JSON or text, signed per Standard Webhooks. */
export function createHttpChannel({ timeoutMs, allowed }: HttpChannelOptions): DeliveryChannel<'http'> {
  const guard = createAddressGuard(allowed);
  const agent = createAgent(guard, timeoutMs);
  return {
    slow: true,
    deliver: createHttpDelivery({ agent, guard, timeoutMs }),
    close: () => agent.destroy(),
  };
}
