import { HOUR, runTime } from '@taskhook/contracts';
import type { Admission, Admitted } from '@taskhook/queue';
import type { Store } from './store.ts';

/** Which run of the spool each key stands for. */
export type Owners = Map<string, string>;

/** For so long a group can be brought in again. */
const LEAST_MS = HOUR;

const PREFIX = 'c!';
export const claimKey = (key: string): string => PREFIX + key;

/** What the spool knows of the keys of some admissions. */
export async function ownersOf(store: Store, admissions: readonly Admission[]): Promise<Owners> {
  const keys = [...new Set(admissions.flatMap(({ claims }) => claims.map(({ key }) => key)))];
  const owners: Owners = new Map();
  const found = keys.length === 0 ? [] : await store.getMany(keys.map(claimKey));
  for (const [index, key] of keys.entries()) {
    const owner = found[index];
    if (owner !== undefined) owners.set(key, owner);
  }
  return owners;
}

/** As Redis would decide; undefined where no claim of it belongs to anybody. */
export function decide(owners: Owners, { runId, claims }: Admission): Admitted | undefined {
  for (const [claim, { key, ttlMs, leastLeftMs = 0 }] of claims.entries()) {
    const owner = owners.get(key);
    if (owner === undefined) continue;
    if (owner === runId) return { status: 'repeated' };
    const leftMs = ttlMs - (runTime(runId) - runTime(owner));
    if (leftMs >= leastLeftMs) return { status: 'duplicate', claim, runId: owner };
  }
  return undefined;
}

/**
 * The admission with claims that mean the same however late they come to Redis: what has passed of
 * their time since the lead came, is gone. That of the request is kept all the same, so that the lead
 * is known where it comes to Redis twice. `now` is in milliseconds since 1970.
 */
export function aged(admission: Admission, now: number): Admission {
  const ageMs = Math.max(0, now - runTime(admission.runId));
  const claims = admission.claims
    .filter(({ ttlMs }, place) => place === 0 || ttlMs > ageMs)
    .map(({ key, ttlMs, leastLeftMs = 0 }) => ({
      key,
      ttlMs: Math.max(LEAST_MS, ttlMs - ageMs),
      leastLeftMs: leastLeftMs - ageMs,
    }));
  return { ...admission, claims };
}
