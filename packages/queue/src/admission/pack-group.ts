import { FETCH_JOB, fetchJobId, STEP_JOB, stepJobId } from '@taskhook/contracts';
import type { QueueKeys, RedisKeys } from '../keys.ts';
import { EVENTS_KEPT, JOB_OPTIONS } from '../open-queue.ts';
import type { Admission } from './admission.ts';
import { scriptKeysOf } from './queue-script-keys.ts';

/** Largest entry of the run log in bytes, unless a single event is larger. */
const ENTRY_BYTES = 1_048_576;

const OPTIONS = JSON.stringify(JOB_OPTIONS);

type Arguments = (string | number)[];

/** A group as KEYS and ARGV of `admitScript`. `now` is in milliseconds since 1970. */
export function packGroup(
  keys: RedisKeys,
  group: readonly Admission[],
  now: number,
): { keys: string[]; args: Arguments } {
  const queues: QueueKeys[] = [];
  const leads: Arguments = [];
  for (const admission of group) packAdmission(keys, queues, leads, admission);
  const args: Arguments = [now, ENTRY_BYTES, EVENTS_KEPT, queues.length];
  const scriptKeys = [keys.runLog, keys.admissions];
  for (const queue of queues) {
    const { jobPrefix, ordered } = scriptKeysOf(queue);
    args.push(jobPrefix, queue === keys.fetchQueue ? FETCH_JOB : STEP_JOB, OPTIONS);
    scriptKeys.push(...ordered);
  }
  return { keys: scriptKeys, args: args.concat(leads) };
}

function packAdmission(keys: RedisKeys, queues: QueueKeys[], leads: Arguments, admission: Admission): void {
  const { runId, claims, counts = '', event = '', step, fetch } = admission;
  leads.push(runId, claims.length);
  for (const { key, ttlMs, leastLeftMs = 0 } of claims) leads.push(key, ttlMs, leastLeftMs);
  leads.push(counts, event);
  if (step !== undefined) {
    const { channel, job, delayMs = 0 } = step;
    const number = numberOf(queues, keys.queue(channel));
    leads.push(number, stepJobId(job.run_id, job.step), JSON.stringify(job), delayMs, job.task_id);
  } else if (fetch !== undefined) {
    const number = numberOf(queues, keys.fetchQueue);
    leads.push(number, fetchJobId(fetch.run_id), JSON.stringify(fetch), 0, fetch.task_id);
  } else leads.push(0);
}

/** The queue's place among those of the group, from 1; it gets one where it has none. */
function numberOf(queues: QueueKeys[], queue: QueueKeys): number {
  const index = queues.indexOf(queue);
  return index === -1 ? queues.push(queue) : index + 1;
}
