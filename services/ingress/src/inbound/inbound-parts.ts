import type { LeadQueues, ReadModel, Redis, RedisKeys } from '@taskhook/queue';
import type { AddressHasher, Signer, UnsubscribeTokens, Vault } from '@taskhook/vault';
import type { IngressEvents } from '../events.ts';
import type { BodyMemory } from '../limit/body-memory.ts';

/** What is needed to take what providers tell. */
export interface InboundParts {
  redis: Redis;
  keys: RedisKeys;
  queues: Pick<LeadQueues, 'add' | 'has' | 'remove'>;
  readModel: Pick<ReadModel, 'connection' | 'revision'>;
  vault: Vault;
  addresses: AddressHasher;
  /** Knows the token by which Meta makes sure of the address of a connection. */
  verifyTokens: Signer;
  /** Knows the links of mails. */
  unsubscribeTokens: UnsubscribeTokens;
  events: IngressEvents;
  memory: BodyMemory;
  publicUrl: string | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
}
