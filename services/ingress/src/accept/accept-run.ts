import type { LeadAnswer } from '@taskhook/contracts';
import type { Claim, ClaimResult, Redis, RedisKeys } from '@taskhook/queue';
import { orUnavailable } from '../unavailable.ts';
import type { Acceptance } from './acceptance.ts';
import type { Claimer } from './claimer.ts';
import { decideRun } from './decide-run.ts';
import type { Entry } from './entry.ts';

export interface AcceptParts {
  claim: Claimer;
  acceptance: Acceptance;
  redis: Redis;
  keys: RedisKeys;
}

/** What is to become a run, unless one of its claims belongs to another run already. */
export interface Candidate {
  runId: string;
  claims: Claim[];
  /** What is written for it, under the id of the run that it became. */
  entry: (runId: string) => Omit<Entry, 'claims'>;
  /** What its sender is told when it is a run of its own. */
  status: 'accepted' | 'held';
}

/**
 * Makes a run of each candidate, or finds the run that it has already; answers in their order, when
 * everything is written. Throws `unavailable`; then some of them may be in, and the sender's retry
 * gets the same runs.
 */
export async function acceptRuns(
  parts: AcceptParts,
  candidates: readonly Candidate[],
): Promise<LeadAnswer[]> {
  const results = await orUnavailable(parts.claim(candidates.flatMap(({ claims }) => claims)));
  let at = 0;
  const answers = candidates.map((candidate) =>
    acceptRun(parts, candidate, results.slice(at, (at += candidate.claims.length))),
  );
  return Promise.all(answers);
}

async function acceptRun(
  { redis, acceptance }: AcceptParts,
  { runId: ownId, claims, entry, status }: Candidate,
  results: ClaimResult[],
): Promise<LeadAnswer> {
  const { runId, duplicate } = await orUnavailable(decideRun(redis, ownId, claims, results));
  if (duplicate) return { status: 'duplicate', run_id: runId };
  await acceptance.add({ ...entry(runId), claims: claims.map((claim) => ({ ...claim, runId })) });
  return { status, run_id: runId };
}
