import { DAY, MINUTE, weekdays, type Window } from '@taskhook/contracts';

/** From when until before when, in milliseconds since 1970. */
export interface Span {
  start: number;
  end: number;
}

/** Long enough that a window of one day a week, which a change of the clocks may swallow, opens in it. */
const HORIZON_MS = 15 * DAY;

/**
 * When a window is open in a zone, from a time on and for two weeks, in order. The clock on the wall
 * decides: an hour that a change of the clocks leaves out is in no span, and one that comes twice is in
 * two where the window covers it.
 */
export function windowSpans(window: Window, zone: string, from: number): Span[] {
  return offsetsOf(zone, from - DAY, from + HORIZON_MS).flatMap((stretch) =>
    spansWithin(window, stretch).filter(({ end }) => end > from),
  );
}

/** A stretch of time in which the clock of a zone stands at one offset from UTC. */
interface Stretch extends Span {
  offsetMs: number;
}

function offsetsOf(zone: string, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  while (at !== null && at.epochMilliseconds < to) {
    const next: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('next');
    const end = Math.min(to, next?.epochMilliseconds ?? to);
    stretches.push({ start: at.epochMilliseconds, end, offsetMs: at.offsetNanoseconds / 1e6 });
    at = next;
  }
  return stretches;
}

/** Days are counted on the wall: as if the local time were in UTC. The day before may reach into the first. */
function spansWithin(window: Window, { start, end, offsetMs }: Stretch): Span[] {
  const spans: Span[] = [];
  const last = Math.floor((end + offsetMs) / DAY);
  for (let day = Math.floor((start + offsetMs) / DAY) - 1; day <= last; day += 1) {
    if (!opensOn(window, day)) continue;
    const opens = day * DAY + timeOfDayMs(window.from) - offsetMs;
    const span = { start: Math.max(start, opens), end: Math.min(end, opens + lengthMs(window)) };
    if (span.start < span.end) spans.push(span);
  }
  return spans;
}

/** 1 January 1970 was a Thursday. */
function opensOn({ days }: Window, day: number): boolean {
  const weekday = weekdays[(((day + 3) % 7) + 7) % 7];
  return days === undefined || (weekday !== undefined && days.includes(weekday));
}

/** A window that ends before it begins ends on the next day. */
function lengthMs({ from, to }: Window): number {
  const length = timeOfDayMs(to) - timeOfDayMs(from);
  return length > 0 ? length : length + DAY;
}

function timeOfDayMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
}
