import type { Reason, StepJob } from '@taskhook/contracts';
import { triedFrom } from './next-job.ts';
import type { RetryPolicy } from './retry-policy.ts';
import type { StepWork } from './step-work.ts';

/** What is left of the attempts of a step; times in milliseconds since 1970. */
export interface RetryPlan {
  attempts_left: number;
  /** When no attempt begins any more; null where there is no such time. */
  gives_up_at: number | null;
}

/** The plan after so many attempts. */
export function retryPlan(work: StepWork, policy: RetryPolicy, attempts: number): RetryPlan {
  return { attempts_left: policy.maxAttempts - attempts, gives_up_at: givesUpAt(work.job, policy) };
}

/** The age of a step counts from the time at which its first attempt was to be made. */
export function givesUpAt(job: StepJob, { maxAgeMs }: RetryPolicy): number | null {
  if (maxAgeMs === null) return null;
  return triedFrom(job) + maxAgeMs;
}

/** Why a step is given up that its `max_age` does not let be tried again. */
export function tooOld(last: Reason | null): Reason {
  const because = last === null ? '' : ` Last: ${last.message}`;
  return { code: 'too_old', message: `Its retry allows no attempt so late.${because}` };
}
