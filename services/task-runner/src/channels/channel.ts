import type {
  Channel,
  channelProviders,
  ConnectionProvider,
  Outcome,
  Reason,
  ReceiptState,
  SettingsOf,
} from '@taskhook/contracts';
import type { ClaimedAttempt, ProviderMessage } from '@taskhook/queue';
import type { RenderedStep } from '@taskhook/templating';

/** What a channel may put into a message. */
export type RenderedFor<C extends Channel> = Extract<RenderedStep, { channel: C }>;

/** A connection with its secrets in clear. */
export interface OpenedConnection<P extends ConnectionProvider> {
  id: string;
  /** Another one whenever anything of the connection has changed. */
  version: string;
  settings: SettingsOf<P>;
}

export type ConnectionFor<C extends Channel> = OpenedConnection<(typeof channelProviders)[C][number]>;

export interface DeliveryInput<C extends Channel> {
  rendered: RenderedFor<C>;
  /** The same at every attempt of a step, so that a receiver can tell a repetition. */
  idempotencyKey: string;
  /** The task's secret in clear. Asked for by the channels that sign, and by no other. */
  signingSecret(): Promise<string>;
  /** The step's connection as it is now. Throws `connection_missing`. Asked for by the channels that have one. */
  connection(): Promise<ConnectionFor<C>>;
  /**
   * Asked right before a message goes out that its receiver would carry out twice if it came twice. Not
   * the first: a worker was lost after it had claimed this attempt, and nobody knows what it has sent.
   */
  claim(): Promise<ClaimedAttempt>;
  /** Gives the claim back, where certainly nothing was sent. */
  release(): Promise<void>;
  /** How to find out about a claimed attempt whose outcome was never told. */
  inquiry: Inquiry;
  /** What the provider gives back with what it tells of the message. */
  messageRef: string;
  /** From 1. */
  attempt: number;
  /** Aborts when the runner has to stop before the receiver has answered. */
  signal: AbortSignal;
}

export interface Inquiry {
  /** How far the provider has told that the step's message came; undefined where it told nothing. */
  receipt(): Promise<ReceiptState | undefined>;
  /** Whose a message of the provider's is known to be: of this step, of another, or nobody's so far. */
  ownerOf(message: ProviderMessage): Promise<'this step' | 'another' | undefined>;
  /** Milliseconds after an attempt until its provider certainly shows what it has taken. */
  settleMs: number;
  /** How often the provider was asked about this attempt before. */
  asked: number;
}

/** What became of one attempt. `error` says why it was not `delivered`. */
export interface Delivery {
  outcome: Outcome;
  status_code: number | null;
  error: Reason | null;
  /** The start of the receiver's answer. */
  answer?: string;
  /** The id that the provider gave the message. */
  providerId?: string;
  /** When to ask the provider about an `unknown` outcome, in milliseconds since 1970; the attempt stays open. */
  askAt?: number;
  /** Milliseconds for which the receiver asks to be left alone. */
  retryAfterMs?: number;
  /** Nothing was tried: the outcome says nothing of the receiver. */
  untried?: true;
}

/** A way out. Each channel is a folder of its own with the same files. */
export interface DeliveryChannel<C extends Channel> {
  /** Whether an attempt may take long enough for a person to see the step as `running`. */
  slow: boolean;
  /**
   * One attempt. Everything that a receiver does is a value; what it throws is a fault of the
   * machinery, or `unavailable` when `signal` aborted before the outcome was known.
   */
  deliver(input: DeliveryInput<C>): Promise<Delivery>;
  close(): Promise<void>;
}
