import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import {
  limits,
  UnknownStep,
  validator,
  type AttemptResolved,
  type MessagePlace,
  type StepJob,
} from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';
import type { LeadQueues } from './lead-queues.ts';
import { redisUnavailable } from './redis.ts';
import { appendRunLog } from './run-log.ts';

export interface UnknownStepDeps {
  redis: Redis;
  keys: RedisKeys;
  queues: Pick<LeadQueues, 'add' | 'has'>;
}

/** Keeps what a run goes on with once the outcome of an attempt comes out. */
export async function keepUnknown(
  { redis, keys }: Pick<UnknownStepDeps, 'redis' | 'keys'>,
  step: UnknownStep,
): Promise<void> {
  const key = keys.unknown(step.place.run_id);
  await redis.hset(key, step.place.step_id, JSON.stringify(step));
  await redis.pexpire(key, limits.conversationMs);
}

/** Which attempt is meant; any where `n` is not given. */
export interface UnknownAttempt {
  run_id: string;
  step_id: string;
  n?: number;
}

const check = validator(UnknownStep);

/**
 * Lets a run go on: behind the step that was delivered, or with another attempt of the one that was not.
 * Gives where the attempt belongs; null where none is waited for. The job goes before what is known of
 * it: two who resolve the same attempt at once add the same job, and a crash loses none.
 */
export async function resolveUnknown(
  { redis, keys, queues }: UnknownStepDeps,
  { run_id, step_id, n }: UnknownAttempt,
  { outcome, by }: Pick<AttemptResolved, 'outcome' | 'by'>,
): Promise<MessagePlace | null> {
  const unknown = await readWhenFree({ redis, keys, queues }, { run_id, step_id });
  if (unknown === null) return null;
  const { place, job } = unknown;
  if (n !== undefined && n !== place.n) return null;
  const at = Date.now();
  await appendRunLog(redis, keys.runLog, [{ type: 'resolved', ...place, at, outcome, by }]);
  await queues.add([{ channel: place.channel, job: nextJob(job, outcome, at) }]);
  await redis.hdel(keys.unknown(run_id), step_id);
  return place;
}

const LONGEST_WAIT_MS = 3_000;
const PAUSE_MS = 25;

/**
 * While the job of the lost attempt is on its way out, another of the same step would be taken for it.
 * Throws `unavailable` where it does not leave.
 */
async function readWhenFree(
  { redis, keys, queues }: UnknownStepDeps,
  { run_id, step_id }: UnknownAttempt,
): Promise<UnknownStep | null> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const held = await redis.hget(keys.unknown(run_id), step_id);
    const result = held === null ? undefined : check(JSON.parse(held));
    if (result?.ok !== true) return null;
    const { channel, step } = result.value.place;
    if (!(await queues.has(channel, run_id, step))) return result.value;
    if (Date.now() > deadline) throw redisUnavailable(new Error('the job of the attempt stays'));
    await sleep(PAUSE_MS);
  }
}

/** For the worker that lost the attempt, whose own job goes on: forgets what was kept, and tells. */
export async function forgetUnknown(
  { redis, keys }: Pick<UnknownStepDeps, 'redis' | 'keys'>,
  place: MessagePlace,
): Promise<void> {
  const resolved = { outcome: 'delivered', by: 'receipt' } as const;
  await appendRunLog(redis, keys.runLog, [{ type: 'resolved', ...place, at: Date.now(), ...resolved }]);
  await redis.hdel(keys.unknown(place.run_id), place.step_id);
}

function nextJob(job: StepJob, outcome: AttemptResolved['outcome'], dueAt: number): StepJob {
  const due = { ...job, due_at: dueAt };
  return outcome === 'delivered' ? { ...due, resolved: 'delivered' } : due;
}
