import { TaskhookError } from '@taskhook/errors';
import {
  claimKeys,
  confirmClaims,
  releaseClaims,
  settledClaim,
  type Claim,
  type ClaimResult,
  type Redis,
} from '@taskhook/queue';

/** The run of a lead: one that is known to be queued (`duplicate`), or one that has to be queued now. */
export interface Decision {
  runId: string;
  duplicate: boolean;
}

/** How long another claimer may be at it before it is taken for dead, in milliseconds. */
const SETTLE_MS = 2_000;
const ROUNDS = 3;

/**
 * Which run a lead belongs to, by its claims (the request's first) and what became of them. The first
 * claim that belongs to another run decides. A run whose claimer died before it was queued is taken
 * over under its id: queueing it twice is queueing it once.
 */
export async function decideRun(
  redis: Redis,
  ownId: string,
  claims: readonly Claim[],
  results: readonly ClaimResult[],
): Promise<Decision> {
  let current = results;
  for (let round = 0; round < ROUNDS; round += 1) {
    const decision = await decide(redis, ownId, claims, current);
    if (decision !== 'expired') return decision;
    current = await claimKeys(redis, claims);
  }
  throw new TaskhookError('unavailable', 'Other requests hold this lead.', { retryAfter: 1 });
}

async function decide(
  redis: Redis,
  ownId: string,
  claims: readonly Claim[],
  results: readonly ClaimResult[],
): Promise<Decision | 'expired'> {
  const current = [...results];
  let runId = ownId;
  for (const [index, claim] of claims.entries()) {
    const result = current[index];
    if (result === undefined || result.ours || isOneOf(result.runId, runId, ownId)) continue;
    // Given up before waiting: two leads that hold a key each must not wait for each other.
    await releaseClaims(redis, ownAfter(index, claims, current));
    const owner = result.pending ? await settledClaim(redis, claim.key, SETTLE_MS) : result;
    if (owner === null) return 'expired';
    if (owner.pending) {
      runId = owner.runId;
      const rest = claims.slice(index + 1);
      current.splice(index + 1, rest.length, ...(await claimKeys(redis, rest)));
    } else if (!isOneOf(owner.runId, runId, ownId)) {
      await giveToOwner(redis, claims.slice(0, index), owner.runId);
      return { runId: owner.runId, duplicate: true };
    }
  }
  return { runId, duplicate: false };
}

function ownAfter(index: number, claims: readonly Claim[], results: readonly ClaimResult[]): Claim[] {
  return claims.filter((_, i) => i > index && results[i]?.ours === true);
}

const isOneOf = (value: string, ...values: string[]): boolean => values.includes(value);

/** The request now stands for the owner's run; the person's other keys stand for nobody. */
async function giveToOwner(redis: Redis, earlier: readonly Claim[], runId: string): Promise<void> {
  const [request, ...person] = earlier;
  if (request !== undefined) await confirmClaims(redis, [{ ...request, runId }]);
  await releaseClaims(redis, person);
}
