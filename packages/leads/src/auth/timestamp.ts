import { DAY, HOUR, MINUTE, SECOND } from '@taskhook/contracts';
import type { TimestampPlace } from './recipe.ts';

const NUMBER = /^\d{1,16}(?:\.\d{1,9})?$/;
const DATE = /^\d{4}-\d\d-\d\dT[\d:.]{4,20}(?:Z|[+-]\d\d:?\d\d)$/;
/** In seconds this is beyond the year 5000, in milliseconds before 1973. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** Why a signature of that time is not accepted now, in words; undefined where it is. */
export function timestampProblem(text: string, place: TimestampPlace, now: number): string | undefined {
  const time = timeOf(text, place.unit);
  if (time === undefined) return 'The timestamp of the signature is not a time.';
  const age = now - time;
  if (Math.abs(age) <= place.tolerance) return undefined;
  const off = age > 0 ? `${inWords(age)} old` : `${inWords(-age)} ahead of the clock of this server`;
  return `The signature is ${off}; up to ${inWords(place.tolerance)} is accepted.`;
}

/** In milliseconds since 1970. Without a unit the size of the number tells which one it is. */
function timeOf(text: string, unit: TimestampPlace['unit']): number | undefined {
  if (DATE.test(text)) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : time;
  }
  if (!NUMBER.test(text)) return undefined;
  const number = Number(text);
  const seconds = unit === undefined ? number < FIRST_MILLISECONDS : unit === 's';
  return seconds ? number * SECOND : number;
}

const units = [
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
] as const;

function inWords(duration: number): string {
  for (const [length, name] of units) if (duration >= length) return count(duration / length, name);
  return count(duration / SECOND, 'second');
}

function count(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
