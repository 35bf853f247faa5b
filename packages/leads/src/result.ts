import type { Lead } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';

/** A valid lead, or all that is wrong with it. `field` is `''` where it is no lead at all. */
export type LeadResult = { ok: true; lead: Lead } | { ok: false; errors: FieldError[] };

/** What a task's mapping gives. A field that is there, even empty, takes the place of the sender's own. */
export interface MappedLead {
  full_name?: unknown;
  phone?: unknown;
  email?: unknown;
  extra_fields?: Record<string, unknown>;
}
