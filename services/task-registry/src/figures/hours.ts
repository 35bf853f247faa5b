import { HOUR } from '@taskhook/contracts';

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

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;

/** The hour in which an id was made: ids begin with their time. What is no id counts as new. */
export function hourOfId(id: string): string {
  const digits = id.slice(id.indexOf('_') + 1).slice(0, TIME_LENGTH);
  const values = Array.from(digits, (digit) => ALPHABET.indexOf(digit));
  const time = values.reduce((sum, value) => sum * 32 + value, 0);
  const isTime = values.length === TIME_LENGTH && !values.includes(-1);
  return hourOf(isTime && time < MAX_TIME ? time : Date.now());
}

/** The last moment of the year 9999: later ones are written in another form. */
const MAX_TIME = 253_402_300_799_999;
