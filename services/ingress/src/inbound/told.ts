import type { AddressKind, Channel, MessageRef, ReceiptState } from '@taskhook/contracts';
import type { ProviderMessage } from '@taskhook/queue';

/** What a provider tells of a message of ours. */
export interface ToldReceipt {
  kind: 'receipt';
  message: ProviderMessage;
  /** The attempt that the provider gives back; undefined where it does not. */
  ref: MessageRef | undefined;
  state: ReceiptState;
  /** The provider's code of a failure. */
  code: string | null;
  /** Milliseconds since 1970. */
  at: number;
}

/** What a person has written to a number of ours. */
export interface ToldReply {
  kind: 'reply';
  message: ProviderMessage;
  channel: Channel;
  from: { kind: AddressKind; address: string };
  text: string | null;
  at: number;
}

export type Told = ToldReceipt | ToldReply;
