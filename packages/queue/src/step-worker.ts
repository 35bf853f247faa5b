import { StepJob, validator, type Channel } from '@taskhook/contracts';
import { startJobWorker, type JobVerdict, type JobWorker, type JobWorkerOptions } from './job-worker.ts';
import type { RedisKeys } from './keys.ts';

export type StepVerdict = JobVerdict<StepJob>;
export type StepWorker = JobWorker;
export type StepWorkerOptions = Omit<JobWorkerOptions<StepJob>, 'queue' | 'check'> & {
  keys: RedisKeys;
  channel: Channel;
};

const checkJob = validator(StepJob);

/** A worker of a channel's queue; see `JobWorkerOptions` for what its `process` may rely on. */
export function startStepWorker({ keys, channel, ...options }: StepWorkerOptions): StepWorker {
  return startJobWorker({ ...options, queue: keys.queue(channel), check: checkJob });
}
