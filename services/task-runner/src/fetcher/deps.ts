import type { FetchJob } from '@taskhook/contracts';
import type { ErasedCheck, JobVerdict, LeadQueues, ReadModel, RunLogWriter } from '@taskhook/queue';
import type { Vault } from '@taskhook/vault';
import type { RunnerEvents } from '../events.ts';
import type { CompiledTasks } from '../processor/compiled-tasks.ts';
import type { ProviderCalls } from './read-path.ts';

/** What the fetcher works with. */
export interface FetcherDeps extends ErasedCheck {
  readModel: Pick<ReadModel, 'task' | 'connection'>;
  runLog: Pick<RunLogWriter, 'append'>;
  queues: Pick<LeadQueues, 'add'>;
  tasks: CompiledTasks;
  vault: Pick<Vault, 'open'>;
  calls: ProviderCalls;
  events: RunnerEvents;
  /** Milliseconds from the first failed try to the next. */
  retryDelayMs: number;
  isCancelled(runId: string): Promise<boolean>;
  /** From 0 to 1, for the jitter of retries. */
  random(): number;
}

/** What becomes of a job of the fetch queue. */
export type FetchJobVerdict = JobVerdict<FetchJob>;
