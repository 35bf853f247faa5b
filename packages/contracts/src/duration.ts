import { Type } from 'typebox';
import { TaskhookError } from '@taskhook/errors';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const units: Record<string, number> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** A duration as people write it: a whole number and a unit, `500ms`, `2s`, `10m`, `24h`, `7d`. */
export const Duration = Type.String({
  pattern: '^\\d{1,9}(ms|s|m|h|d)$',
  description: 'A whole number and a unit: 500ms, 2s, 10m, 24h, 7d',
  examples: ['10m'],
});

/** The duration in milliseconds. Throws `invalid_request` for a text that is not a duration. */
export function durationMs(text: string): number {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text);
  const unit = units[match?.[2] ?? ''];
  if (match === null || unit === undefined) {
    throw new TaskhookError('invalid_request', `"${text}" is not a duration such as 10m or 24h.`);
  }
  return Number(match[1]) * unit;
}
