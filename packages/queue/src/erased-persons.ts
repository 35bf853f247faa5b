import type { Redis } from 'ioredis';
import { DAY, type Lead } from '@taskhook/contracts';
import type { AddressHasher } from '@taskhook/vault';
import type { RedisKeys } from './keys.ts';

/** Longer than a lead waits on the disk of an ingress, or for its provider. */
const REMEMBERED_MS = 30 * DAY;

/**
 * Keeps that whoever has one of these addresses, by their keyed hashes, was erased at a time: what was
 * received before then and comes late does not come in. A later time stays.
 */
export async function rememberErased(
  redis: Redis,
  keys: RedisKeys,
  addressIds: readonly string[],
  at: number,
): Promise<void> {
  const held = await erasedAt(redis, keys, addressIds);
  if (held >= at) return;
  for (const id of addressIds) await redis.set(keys.erased(id), String(at), 'PX', REMEMBERED_MS);
}

/** Where erasures are looked up. */
export interface ErasedCheck {
  redis: Redis;
  keys: RedisKeys;
  addresses: Pick<AddressHasher, 'hashes'>;
}

/** Whether the person of a lead was erased after it was received, in milliseconds since 1970. */
export async function wasErased(
  { redis, keys, addresses }: ErasedCheck,
  { phone, email }: Pick<Lead, 'phone' | 'email'>,
  receivedAt: number,
): Promise<boolean> {
  const ids = [
    ...(phone === null ? [] : addresses.hashes('phone', phone)),
    ...(email === null ? [] : addresses.hashes('email', email)),
  ];
  return (await erasedAt(redis, keys, ids)) >= receivedAt;
}

/** When one of the addresses was erased last, in milliseconds since 1970; 0 where none was. */
async function erasedAt(redis: Redis, keys: RedisKeys, addressIds: readonly string[]): Promise<number> {
  if (addressIds.length === 0) return 0;
  const times = await redis.mget(addressIds.map((id) => keys.erased(id)));
  return Math.max(...times.map((time) => Number(time ?? 0)));
}
