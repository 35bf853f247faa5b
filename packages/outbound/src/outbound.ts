import type { Agent } from 'undici';
import { createAddressGuard, type AddressGuard, type Cidr } from './address-guard.ts';
import { createAgent } from './agent.ts';

/** The way out: what may be reached, and how long it may take. A resource. */
export interface Outbound {
  agent: Agent;
  guard: AddressGuard;
  /** Milliseconds for a whole call. */
  timeoutMs: number;
  close(): Promise<void>;
}

/** `allowed` is what may be reached besides public addresses. */
export function createOutbound(allowed: readonly Cidr[], timeoutMs: number): Outbound {
  const guard = createAddressGuard(allowed);
  const agent = createAgent(guard, timeoutMs);
  return { agent, guard, timeoutMs, close: () => agent.destroy() };
}
