import { claimKeys, createGroupCommit, type Claim, type ClaimResult, type Redis } from '@taskhook/queue';

/** Claims keys for one request; what is claimed at the same time by others shares the round trip. */
export type Claimer = (claims: readonly Claim[]) => Promise<readonly ClaimResult[]>;

interface Wish {
  claims: readonly Claim[];
  results: readonly ClaimResult[];
}

const GROUP_REQUESTS = 100;
const GROUPS_IN_FLIGHT = 4;

export function createClaimer(redis: Redis): Claimer {
  const groups = createGroupCommit<Wish>({
    commit: (wishes) => claimAll(redis, wishes),
    maxItems: GROUP_REQUESTS,
    maxInFlight: GROUPS_IN_FLIGHT,
  });
  return async (claims) => {
    if (claims.length === 0) return [];
    const wish: Wish = { claims, results: [] };
    await groups.add(wish);
    return wish.results;
  };
}

async function claimAll(redis: Redis, wishes: readonly Wish[]): Promise<void> {
  const results = await claimKeys(
    redis,
    wishes.flatMap(({ claims }) => claims),
  );
  let at = 0;
  for (const wish of wishes) wish.results = results.slice(at, (at += wish.claims.length));
}
