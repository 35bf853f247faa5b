import { HOUR, SECOND } from '@taskhook/contracts';

/** A receiver may ask for a pause, but not park a lead for days. */
const LONGEST_PAUSE_MS = HOUR;

/** RFC 9110 10.2.3: seconds, or a date. Bounded. Undefined where there is none that can be read. */
export function retryAfterMs(header: string | string[] | undefined, now: number): number | undefined {
  const text = (Array.isArray(header) ? header[0] : header)?.trim();
  if (text === undefined || text === '') return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS);
}
