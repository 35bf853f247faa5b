import { hash } from 'node:crypto';
import { channels, FETCH_QUEUE, queueName, type Channel } from '@taskhook/contracts';
import { derivedKey } from '@taskhook/vault';

/** Every Redis key and channel of an installation. Braces are hash tags: what must share a node shares one. */
export interface RedisKeys {
  runLog: string;
  /** Hash: webhook token → WebhookRecord. */
  webhooks: string;
  /** Hash: task id → TaskRecord. */
  tasks: string;
  /** Hash: `<task id>:<revision>` → RevisionRecord. */
  revisions: string;
  /** Hash: task id → sealed signing secret. */
  signingSecrets: string;
  /** Pub/sub channel on which changes of the read model are announced. */
  changes: string;
  /** Marks a run that was cancelled while it had no job to remove. */
  cancelled(runId: string): string;
  /** Says that an attempt of a step was begun: when, and where it belongs. */
  attempt(runId: string, stepId: string, n: number): string;
  /** Where a message belongs, by the id that its provider gave it. */
  message(provider: string, id: string): string;
  /** Sorted set: the runs that have written to an address, by its keyed hash and the time. */
  person(addressId: string): string;
  /** Set: the replies that are kept with a run. */
  replies(runId: string): string;
  /** Hash: step id → its next job, where the outcome of its last attempt is unknown. Holds the lead. */
  unknown(runId: string): string;
  /** Hash: step id → ReceiptState, of the messages of one run. */
  receipts(runId: string): string;
  /** Says which run an idempotency key, a body or a person belongs to; see `Claim`. */
  claim(taskId: string, kind: ClaimKind, value: string): string;
  /** Hash: how many leads were taken, see `AdmissionCounts`. */
  admissions: string;
  /** Hash: connection id → ConnectionRecord. */
  connections: string;
  /** List: how the installation did, see `/v1/operations`. */
  operations(range: string): string;
  /** Hash: attempts that were recorded since the last sample. */
  operationsTally: string;
  /** Hash: what the last sample of how the installation does has seen. */
  samplerState: string;
  /** Hash: since when a notice is there. */
  notices: string;
  /** How many runs MongoDB had when the admissions began to be counted. */
  ledgerStart: string;
  /** Pub/sub channel on which a recorder tells what it has written. */
  recorded: string;
  /** A signed-in person's session, by the digest of its token. */
  session(digest: string): string;
  /** A link that signs in once, by the digest of its token. */
  signInLink(digest: string): string;
  /** The start of the keys that count wrong keys by address. */
  wrongKeys: string;
  /** Hash: instance id → InstanceRecord. */
  instances: string;
  /** Counts what comes within a window of so many milliseconds. */
  rateLimit(kind: string, perMs: number): string;
  /** Hash: keyed hash of an address → SuppressionRecord, and `complete` once all are in. */
  suppressions: string;
  /** Hash: the times of the attempts of a task, a connection or a host. */
  schedule(id: string): string;
  /** Hash: what the attempts of late have shown of a connection or a host. */
  breaker(id: string): string;
  /** Hash: connection or host → provider, state and end of the pause of those that fail. */
  openBreakers: string;
  /** Sorted set: attempts of a task that are under way, by the time at which their place falls back. */
  leases(taskId: string): string;
  /** Sorted set: attempts of a task that wait for a place. */
  leaseWaiters(taskId: string): string;
  /** When somebody was erased last, by the keyed hash of an address. */
  erased(addressId: string): string;
  /** Whose a piece of work is that one process does at a time. */
  workLease(work: string): string;
  /** The queue of a channel's steps. */
  queue(channel: Channel): QueueKeys;
  /** The queue of leads that are to be fetched from their provider. */
  fetchQueue: QueueKeys;
}

/** The prefix and the name that BullMQ makes a queue's keys of. */
export interface QueueKeys {
  prefix: string;
  name: string;
}

const NO_KEY = Buffer.alloc(0);

export type ClaimKind = 'key' | 'body' | 'phone' | 'email';

/**
 * The digests of what is claimed are keyed with `secretKey`, since phone numbers can be guessed. All
 * services that claim have the same one.
 */
export function redisKeys(prefix: string, secretKey: Buffer = NO_KEY): RedisKeys {
  const claimKey = derivedKey(secretKey, 'claims');
  const readModel = `{${prefix}:rm}`;
  const queues = new Map(channels.map((channel) => [channel, queueKeys(prefix, queueName(channel))]));
  const limits = `{${prefix}:limits}`;
  return {
    runLog: `${prefix}:runlog`,
    webhooks: `${readModel}:webhooks`,
    tasks: `${readModel}:tasks`,
    revisions: `${readModel}:revisions`,
    signingSecrets: `${readModel}:secrets`,
    changes: `${prefix}:rm:changes`,
    cancelled: (runId) => `${prefix}:cancelled:${runId}`,
    attempt: (runId, stepId, n) => `${prefix}:attempt:${runId}.${stepId}.${n}`,
    message: (provider, id) => `${prefix}:message:${provider}:${id}`,
    person: (addressId) => `${prefix}:person:${addressId}`,
    replies: (runId) => `${prefix}:replies:${runId}`,
    unknown: (runId) => `${prefix}:unknown:${runId}`,
    receipts: (runId) => `${prefix}:receipts:${runId}`,
    claim: (taskId, kind, value) => `${prefix}:claim:${digest(`${claimKey}${taskId}:${kind}:${value}`)}`,
    admissions: `${prefix}:admissions`,
    connections: `${readModel}:connections`,
    operations: (range) => `${prefix}:operations:${range}`,
    operationsTally: `${prefix}:operations:tally`,
    samplerState: `${prefix}:operations:state`,
    notices: `${prefix}:notices`,
    ledgerStart: `${prefix}:ledger-start`,
    recorded: `${prefix}:recorded`,
    session: (digestOfToken) => `${prefix}:session:${digestOfToken}`,
    signInLink: (digestOfToken) => `${prefix}:sign-in:${digestOfToken}`,
    wrongKeys: `${prefix}:wrong-keys`,
    instances: `${prefix}:instances`,
    rateLimit: (kind, perMs) => `${prefix}:limit:${kind}:${perMs}`,
    suppressions: `${readModel}:suppressions`,
    erased: (addressId) => `${prefix}:erased:${addressId}`,
    workLease: (work) => `${prefix}:work:${work}`,
    queue: (channel) => {
      const queue = queues.get(channel);
      if (queue === undefined) throw new Error(`no queue for the channel ${channel}`);
      return queue;
    },
    schedule: (id) => `${limits}:schedule:${id}`,
    breaker: (id) => `${limits}:breaker:${id}`,
    openBreakers: `${limits}:open`,
    leases: (taskId) => `${limits}:leases:${taskId}`,
    leaseWaiters: (taskId) => `${limits}:waiters:${taskId}`,
    fetchQueue: queueKeys(prefix, FETCH_QUEUE),
  };
}

function queueKeys(prefix: string, name: string): QueueKeys {
  return { prefix: `{${prefix}:${name}}`, name };
}

/** Personal data never stands in a key; 128 bits are enough to tell values apart. */
function digest(value: string): string {
  return hash('sha256', value, 'base64url').slice(0, 22);
}
