import type { FetchQueue, LeadQueues, Redis, RedisKeys } from '@taskhook/queue';
import type { Outbound } from '@taskhook/outbound';
import type { TemplateEngine } from '@taskhook/templating';
import type { AddressHasher, Signer, Vault } from '@taskhook/vault';
import type { RegistryEvents } from './events.ts';
import type { LedgerState } from './figures/watch-ledger.ts';
import type { LiveHub } from './live/live-hub.ts';
import type { AttemptTally } from './operations/tally.ts';
import type { SessionStore } from './sessions/session-store.ts';
import type { WrongKeys } from './sessions/wrong-keys.ts';
import type { Store } from './store/store.ts';

/** What the verbs of this service work with. */
export interface Registry {
  store: Store;
  /** Fails at once where Redis is away: a caller waits. */
  redis: Redis;
  keys: RedisKeys;
  queues: LeadQueues;
  /** Leads that are known by their ids alone. */
  fetchQueue: FetchQueue;
  vault: Vault;
  /** Ids of phone numbers and e-mail addresses that tell nothing of them. */
  addresses: AddressHasher;
  /** Makes the tokens by which a provider makes sure of the address of a connection. */
  verifyTokens: Signer;
  /** For tests of connections, under the same rules as the calls of task-runner. */
  outbound: Outbound;
  engine: TemplateEngine;
  events: RegistryEvents;
  /** Where senders reach ingress, without a slash at its end. */
  publicUrl: string;
  /** Where people open the console, where a proxy stands before it. */
  consoleUrl: string | undefined;
  /** What became of every lead, as it was last looked at; null before that. */
  ledger: () => LedgerState | null;
  /** Entries of the run log that are not in MongoDB yet. */
  runLogLag: () => Promise<number>;
  /** Attempts as they are recorded. */
  tally: AttemptTally;
  /** Those who watch runs change. */
  live: LiveHub;
  sessions: SessionStore;
  wrongKeys: WrongKeys;
  isAdminKey(given: string): boolean;
  /** Looks soon at the held runs of a task: they start, or end, or go on waiting, as the task is. */
  lookAtHeld(taskId: string): void;
  /** Begins soon with the erasures that were asked for. */
  lookAtErasures(): void;
  /** Goes on soon with the replays of many runs. */
  lookAtReplays(): void;
}
