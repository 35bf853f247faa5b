import { HOUR, timeOfId } from '@taskhook/contracts';

const HOUR_LENGTH = '2026-11-24T06'.length;

/** The hour in UTC that a time in milliseconds since 1970 is in. They sort as times do. */
export function hourOf(time: number): string {
  return new Date(time).toISOString().slice(0, HOUR_LENGTH);
}

/** Milliseconds since 1970 at which the hour began. */
export function startOfHour(hour: string): number {
  return Date.parse(`${hour}:00:00.000Z`);
}

/** So many hours up to the one that `time` is in, oldest first. */
export function hoursUntil(time: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => hourOf(time - (count - 1 - i) * HOUR));
}

/** The hour in which an id was made: ids begin with their time. What is no id counts as new. */
export function hourOfId(id: string): string {
  const time = timeOfId(id);
  return hourOf(Number.isNaN(time) || time > MAX_TIME ? Date.now() : time);
}

/** The last moment of the year 9999: later ones are written in another form. */
const MAX_TIME = 253_402_300_799_999;
