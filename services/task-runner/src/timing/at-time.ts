import type { At } from '@taskhook/contracts';

/**
 * The first time at or after `from`, in milliseconds since 1970, at which it is `at.time` in all of the
 * zones, or later there. A time that the clocks leave out is taken as much later as they are put
 * forward; of one that comes twice, the first is meant.
 */
export function atTime({ time, day }: At, zones: readonly string[], from: number): number {
  return Math.max(...zones.map((zone) => atTimeIn(zone, time, day === 'tomorrow' ? 1 : 0, from)));
}

function atTimeIn(zone: string, time: string, days: number, from: number): number {
  const plainTime = Temporal.PlainTime.from(time);
  const date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  const on = (later: number) =>
    date.add({ days: later }).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
  const first = on(days);
  return first >= from ? first : on(days + 1);
}
