import type { LeadAnswer } from '@taskhook/contracts';
import type { Admission, Admitted, RedisKeys } from '@taskhook/queue';
import type { Acceptance } from './acceptance.ts';

export interface AcceptParts {
  acceptance: Acceptance;
  keys: RedisKeys;
}

/** What is to become a run, unless one of its claims belongs to another run already. */
export type Candidate = Admission & { counts: 'accepted' | 'held' };

/**
 * Makes a run of each candidate, or finds the run that it has already; answers in their order, when
 * everything is written. Throws `unavailable`; then some of them may be in, and the sender's retry
 * gets the same runs.
 */
export async function acceptRuns(
  { acceptance }: AcceptParts,
  candidates: readonly Candidate[],
): Promise<LeadAnswer[]> {
  const [only] = candidates;
  // Most requests hold one lead.
  if (only !== undefined && candidates.length === 1) return [answerOf(only, await acceptance.add(only))];
  const outcomes = await Promise.all(candidates.map((candidate) => acceptance.add(candidate)));
  return candidates.map((candidate, i) => answerOf(candidate, outcomes[i]));
}

function answerOf({ runId, counts }: Candidate, outcome: Admitted | undefined): LeadAnswer {
  if (outcome?.status === 'duplicate') return { status: 'duplicate', run_id: outcome.runId };
  return { status: counts, run_id: runId };
}
