import type { Lead, LeadField, Source } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import type { FieldReason } from './detect/explain.ts';
import type { JsonObject } from './json-value.ts';
import type { Acknowledgement, Notification, NotificationReading } from './sources/adapter.ts';

/** What came of a request: leads, nothing to do, or ids of leads that have to be fetched. */
export type IntakeOutcome = LeadsOutcome | IgnoredOutcome | NotificationOutcome;

interface Origin {
  /** The adapter that read the request. */
  source: Source;
  /** Why it was this one. */
  reason: string;
  /** What was dropped, mended or assumed on the way. */
  notes: string[];
  /** What the sender needs to be answered, once its leads are safe. */
  acknowledgement?: Acknowledgement;
}

export interface LeadsOutcome extends Origin {
  type: 'leads';
  /** One for each lead of the request, in its order; at least one. */
  leads: LeadResult[];
}

/** An event that is no lead, or a robot's entry. `ignored` says why in words. */
export interface IgnoredOutcome extends Origin {
  type: 'ignored';
  ignored: string;
}

export interface NotificationOutcome extends Origin {
  type: 'notification';
  provider: NotificationReading['provider'];
  items: Notification[];
}

/** A valid lead, or all that is wrong with it. `field` is `''` where it is no lead at all. */
export type LeadResult = ({ ok: true; lead: Lead } | { ok: false; errors: FieldError[] }) & LeadFacts;

/** What is known of a lead beside its fields. */
export interface LeadFacts {
  /** Made up by the sender to test the webhook. */
  test: boolean;
  /** A form that was left half-way. */
  partial: boolean;
  /** The sender's own id of the event, by which its retries are known. */
  eventId?: string;
  /** There where it was asked for. */
  explanation?: Explanation;
}

export interface Explanation {
  /** What the mapping sees. */
  fields: JsonObject;
  reasons: Record<LeadField, FieldReason>;
}

/** What a task's mapping gives. A field that is there, even empty, takes the place of the sender's own. */
export interface MappedLead {
  full_name?: unknown;
  phone?: unknown;
  email?: unknown;
  extra_fields?: Record<string, unknown>;
}
