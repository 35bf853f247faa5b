import type { LeadQueues, ReadModel, RunLogWriter } from '@taskhook/queue';
import type { DeliveryChannels } from '../channels/index.ts';
import type { RunnerEvents } from '../events.ts';
import type { Gate } from './gate.ts';
import type { CompiledTasks } from './compiled-tasks.ts';
import type { MessageReceipts } from './message-receipts.ts';
import type { MessageAttempts } from './message-attempts.ts';
import type { ConnectionOpener } from './open-connection.ts';
import type { SigningSecrets } from './signing-secrets.ts';

/** What the processor works with. */
export interface ProcessorDeps {
  readModel: Pick<ReadModel, 'task'>;
  runLog: Pick<RunLogWriter, 'append'>;
  queues: Pick<LeadQueues, 'add'>;
  tasks: CompiledTasks;
  signingSecrets: SigningSecrets;
  connections: ConnectionOpener;
  channels: DeliveryChannels;
  receipts: MessageReceipts;
  /** Asked in this order before each attempt. */
  gates: readonly Gate[];
  attempts: MessageAttempts;
  events: RunnerEvents;
  isCancelled(runId: string): Promise<boolean>;
  /** From 0 to 1, for the jitter of retries. */
  random(): number;
}
