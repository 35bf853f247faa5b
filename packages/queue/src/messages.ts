import type { Redis } from 'ioredis';
import { limits, MessagePlace, validator } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';

/** A message as its provider names it. */
export interface ProviderMessage {
  provider: string;
  id: string;
}

/** Keeps where a message belongs that its provider has taken. */
export async function rememberMessage(
  redis: Redis,
  keys: RedisKeys,
  { provider, id }: ProviderMessage,
  place: MessagePlace,
): Promise<void> {
  await redis.set(keys.message(provider, id), JSON.stringify(place), 'PX', limits.conversationMs);
}

const check = validator(MessagePlace);

/** Where a message belongs; null for one that is none of ours, or is older than 30 days. */
export async function findMessage(
  redis: Redis,
  keys: RedisKeys,
  { provider, id }: ProviderMessage,
): Promise<MessagePlace | null> {
  const held = await redis.get(keys.message(provider, id));
  const result = held === null ? undefined : check(JSON.parse(held));
  return result?.ok === true ? result.value : null;
}
