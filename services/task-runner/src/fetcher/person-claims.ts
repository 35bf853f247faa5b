import { durationMs, type FetchJob, type Lead, type LeadRules } from '@taskhook/contracts';
import { claimKeys, releaseClaims, settledClaim, type Claim } from '@taskhook/queue';
import type { FetcherDeps } from './deps.ts';

/** The keys that now stand for the run, to be confirmed once it is queued; or the run that has one already. */
export type PersonClaimed = { claims: Claim[] } | { duplicateOf: string };

/** How long another claimer may be at it before it is taken for dead, in milliseconds. */
const SETTLE_MS = 2_000;

/**
 * Claims the person for the run, where the task takes each person once within a window. One key after
 * the other, in an order that is the same for all runs, so that no two wait for each other.
 */
export async function claimPerson(
  { redis, keys }: Pick<FetcherDeps, 'redis' | 'keys'>,
  { run_id, task_id }: FetchJob,
  { dedupe }: LeadRules,
  lead: Lead,
): Promise<PersonClaimed> {
  const claims: Claim[] = [];
  for (const kind of dedupe?.by ?? []) {
    const person = lead[kind];
    if (dedupe === undefined || person === null) continue;
    const key = keys.claim(task_id, kind, person);
    const claim = { key, runId: run_id, ttlMs: durationMs(dedupe.window) };
    const owner = await ownerOf(redis, claim);
    if (owner !== run_id) {
      await releaseClaims(redis, claims);
      return { duplicateOf: owner };
    }
    claims.push(claim);
  }
  return { claims };
}

/** The run that the key stands for. One whose claimer has died before it was queued gives way. */
async function ownerOf(redis: FetcherDeps['redis'], claim: Claim): Promise<string> {
  const [result] = await claimKeys(redis, [claim]);
  if (result === undefined || result.ours || result.runId === claim.runId) return claim.runId;
  const owner = result.pending ? await settledClaim(redis, claim.key, SETTLE_MS) : result;
  return owner === null || owner.pending ? claim.runId : owner.runId;
}
