import type { LeadField, Source } from '@taskhook/contracts';
import type { DecodedRequest } from '../decode/decoded-request.ts';
import type { JsonObject } from '../json-value.ts';

export type { DecodedRequest } from '../decode/decoded-request.ts';

/** What is known of one kind of sender. Neither function throws, whatever the request holds. */
export interface SourceAdapter {
  /** The word in a task's `source`. */
  name: Source;
  /** What the sender is called, such as `Facebook Lead Ads`. */
  title: string;
  /** Where the sender documents what it sends. */
  docs: string;
  /** Why this request comes from this sender, or null. Looks at headers and shape, and is cheap. */
  recognise: (request: DecodedRequest) => string | null;
  /** What the request says; where its shape is not the expected one, whatever is there. */
  read: (request: DecodedRequest) => Reading;
}

export type Reading = LeadsReading | IgnoredReading | NotificationReading;

interface LeadsReading {
  type: 'leads';
  /** In the order of the request. */
  candidates: Candidate[];
  acknowledgement?: Acknowledgement;
}

/** An event that is no lead, such as a deletion. */
interface IgnoredReading {
  type: 'ignored';
  reason: string;
  acknowledgement?: Acknowledgement;
}

/** Ids alone: each lead has to be fetched from its provider. */
export interface NotificationReading {
  type: 'notification';
  provider: 'meta' | 'linkedin' | 'hubspot' | 'zoho';
  items: Notification[];
}

/** What the sender needs to be answered. */
export interface Acknowledgement {
  contentType: string;
  body: string;
}

/** One lead as its sender wrote it. */
export interface Candidate {
  /**
   * The fields as the mapping and the detection see them: answer lists turned into a map, wrapped
   * values unwrapped, control fields and secrets dropped.
   */
  fields: JsonObject;
  /**
   * What the adapter knows for sure: paths into `fields`, such as `{ full_name: ['first', 'last'] }`.
   * The values of several paths are joined with a blank. What is left out is detected.
   */
  known?: Partial<Record<LeadField, string[]>>;
  /** The sender's own id of this event, by which its retries are known. */
  eventId?: string;
  /** A lead that the sender made up to test the webhook. */
  test?: boolean;
  /** A form that was left half-way. */
  partial?: boolean;
  /** Why this part of the request is no lead at all; `fields` is empty then. */
  problem?: string;
}

export interface Notification {
  /** The lead's id at its provider. */
  id: string;
  /** All ids that fetching needs. */
  fields: JsonObject;
  test?: boolean;
}
