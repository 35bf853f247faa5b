import type { Redis } from 'ioredis';
import type { RedisKeys } from '../keys.ts';

/** Of an installation since it began: exact, since each counts in the step in which it is written. */
export interface AdmissionCounts {
  /** Runs that began as queued, also those whose lead had to be fetched. */
  accepted: number;
  /** Runs that began as held. */
  held: number;
  /** Leads that came again. One that is repeated after its answer got lost may count twice. */
  duplicate: number;
}

export async function readAdmissionCounts(redis: Redis, keys: RedisKeys): Promise<AdmissionCounts> {
  const [accepted, held, duplicate] = await redis.hmget(keys.admissions, 'accepted', 'held', 'duplicate');
  return { accepted: Number(accepted ?? 0), held: Number(held ?? 0), duplicate: Number(duplicate ?? 0) };
}
