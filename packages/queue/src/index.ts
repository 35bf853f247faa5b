export type { Admission, Admitted, Claim } from './admission/admission.ts';
export { admit } from './admission/admit.ts';
export { readAdmissionCounts, type AdmissionCounts } from './admission/counts.ts';
export {
  claimAttempt,
  findAttempt,
  releaseAttempt,
  type AttemptClaim,
  type ClaimedAttempt,
} from './attempt-claims.ts';
export { openBoardQueues, type BoardQueues } from './board-queues.ts';
export { isCancelled, markCancelled } from './cancellations.ts';
export { driftedConnections } from './drifted-connections.ts';
export {
  createFetchQueue,
  startFetchWorker,
  type FetchQueue,
  type FetchWorkerOptions,
} from './fetch-queue.ts';
export { rememberErased, wasErased, type ErasedCheck } from './erased-persons.ts';
export { firstStep, type NewRun } from './first-step.ts';
export { createGroupCommit, type GroupCommit, type GroupCommitOptions } from './group-commit.ts';
export { hasDueWork } from './due-work.ts';
export type { JobVerdict, JobWorker, WorkerProgress } from './job-worker.ts';
export { redisKeys, type ClaimKind, type QueueKeys, type RedisKeys } from './keys.ts';
export { createLeadQueues, type LeadQueues } from './lead-queues.ts';
export type { QueueStats } from './queue-stats.ts';
export type { QueuedStep } from './queued-step.ts';
export { acquireLease, releaseLease, type Lease } from './limits/leases.ts';
export {
  askTarget,
  resetTarget,
  tellTarget,
  type BreakerChange,
  type BreakerPolicy,
  type Target,
  type TargetReport,
  type TargetTurn,
} from './limits/target.ts';
export { downTargets, targetHealth, type DownTargets } from './limits/target-health.ts';
export { takeTurn, type Turn } from './limits/take-turn.ts';
export {
  readInstances,
  startPulse,
  type InstanceReport,
  type Pulse,
  type PulseOptions,
} from './instances.ts';
export { createReadModelCopier, type ReadModelCopier, type RecordStore } from './read-model-copy.ts';
export {
  createReadModel,
  type ReadModel,
  type ReadModelCopy,
  type ReadModelOptions,
} from './read-model-reader.ts';
export { findMessage, rememberMessage, type ProviderMessage } from './messages.ts';
export { readPersonRuns, type PersonRun } from './person-runs.ts';
export {
  publishConnection,
  publishTask,
  removeConnection,
  removeUnknownWebhooks,
  removeWebhooks,
  repairEntries,
  type TaskEntry,
} from './read-model-writer.ts';
export { raiseReceipt, readReceipts, type Receipts } from './receipts.ts';
export { announceRecorded, listenForRecorded, type RecordedListener } from './recorded.ts';
export { addressName, createRateLimiter, type RateLimiter, type RateLimiterOptions } from './rate-limiter.ts';
export { connectRedis, pingRedis, redisUnavailable, type Redis, type RedisOptions } from './redis.ts';
export { isRefusedWrite } from './refused-write.ts';
export type { RemovedJobs } from './remove-jobs.ts';
export { rewriteFiles, type FilesRewritten } from './rewrite-files.ts';
export {
  appendRunLog,
  createRunLogReader,
  type ReadEntry,
  type RunLogBatch,
  type RunLogReader,
  type RunLogReaderOptions,
} from './run-log.ts';
export { removePersonKeys, removeRunTraces, type RunTraces } from './run-traces.ts';
export { createRunLogWriter, type RunLogWriter } from './run-log-writer.ts';
export {
  changeSuppressions,
  completeSuppressions,
  heldSuppressions,
  readSuppressions,
  type SuppressionChange,
  type Suppressions,
} from './suppressions.ts';
export { startStepWorker, type StepVerdict, type StepWorker, type StepWorkerOptions } from './step-worker.ts';
export { createWorkLease, type WorkLease } from './work-lease.ts';
export { forgetUnknown, keepUnknown, resolveUnknown, type UnknownStepDeps } from './unknown-steps.ts';
