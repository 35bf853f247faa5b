import { lowestRunId } from '@taskhook/contracts';
import type { Admission, Admitted } from '@taskhook/queue';
import type { Store } from './store.ts';

/** Which run of the spool each key stands for. */
export type Owners = Map<string, string>;

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
  for (const [claim, { key, lowestRunId: lowest = '' }] of claims.entries()) {
    const owner = owners.get(key);
    if (owner === undefined) continue;
    if (owner === runId) return { status: 'repeated' };
    if (owner >= lowest) return { status: 'duplicate', claim, runId: owner };
  }
  return undefined;
}

/**
 * The admission with claims that mean the same however late they come to Redis: whose time has passed
 * when the lead came, is no match then either. `now` is in milliseconds since 1970.
 */
export function withLowestRuns(admission: Admission, now: number): Admission {
  const claims = admission.claims.map((claim) => ({
    ...claim,
    lowestRunId: claim.lowestRunId ?? lowestRunId(now - claim.ttlMs),
  }));
  return { ...admission, claims };
}
