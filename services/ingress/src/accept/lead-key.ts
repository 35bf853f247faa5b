import type { LeadResult } from '@taskhook/leads';
import type { LeadsOutcomeRead } from '../request/read-outcome.ts';
import type { RequestKey } from '../request/request-key.ts';

/**
 * What tells the retry of a lead from a new one: the sender's own id of the event, else the key of its
 * request and, where that holds several, its place.
 */
export function leadKey(
  { source, key, results }: LeadsOutcomeRead,
  { eventId }: LeadResult,
  index: number,
): RequestKey {
  if (eventId !== undefined) {
    return { kind: 'key', value: `event:${source}:${eventId}` };
  }
  return results.length > 1 ? { ...key, value: `${key.value}#${index}` } : key;
}
