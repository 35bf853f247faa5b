import { FINAL_ORDER, type RunAccepted, type RunLogEvent } from '@taskhook/contracts';
import { wasErased, type Admission, type ErasedCheck } from '@taskhook/queue';

/** What is left of a group, and what is told of the runs whose person is gone. */
export interface WithoutErased {
  admissions: Admission[];
  erased: RunLogEvent[];
}

/**
 * The admissions, those of people who were erased after their lead was received without anything of
 * them: such a run is admitted as cancelled, since its sender has been told of it.
 */
export async function withoutErased(
  check: ErasedCheck,
  admissions: readonly Admission[],
  now: number,
): Promise<WithoutErased> {
  const left: WithoutErased = { admissions: [], erased: [] };
  for (const admission of admissions) {
    const event = acceptedOf(admission);
    if (event === undefined || !(await isErased(check, event))) left.admissions.push(admission);
    else {
      left.admissions.push(emptied(admission, event));
      left.erased.push(cancelled(event, now));
    }
  }
  return left;
}

/** Requests without a lead, and samples, wait there too. */
function acceptedOf({ event }: Admission): RunAccepted | undefined {
  const told = event === undefined ? undefined : (JSON.parse(event) as RunLogEvent);
  return told?.type === 'accepted' ? told : undefined;
}

async function isErased(check: ErasedCheck, { lead, received_at }: RunAccepted): Promise<boolean> {
  return lead !== null && wasErased(check, lead, received_at);
}

/** The request keeps its key, so that a repetition of it finds this run. The person stands for none. */
function emptied({ runId, claims, counts }: Admission, event: RunAccepted): Admission {
  const told: RunAccepted = { ...event, lead: null };
  return {
    runId,
    claims: claims.slice(0, 1),
    ...(counts === undefined ? {} : { counts }),
    event: JSON.stringify(told),
  };
}

function cancelled({ run_id, task_id, revision }: RunAccepted, at: number): RunLogEvent {
  const reason = { code: 'erased', message: 'The person was erased before the lead came in.' };
  return { type: 'progress', run_id, task_id, revision, at, order: FINAL_ORDER, status: 'cancelled', reason };
}
