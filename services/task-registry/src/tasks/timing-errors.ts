import { isTimeZone, type Retry, type TaskDefinition, type Window, type Zone } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';

type Step = TaskDefinition['steps'][number];

/** What of the times of a task can never be: zones that are not, windows without length, two kinds of retry. */
export function timingErrors({ window, steps }: TaskDefinition): FieldError[] {
  return [
    ...(window === undefined ? [] : windowErrors('window', window)),
    ...steps.flatMap((step, index) => stepErrors(step, `steps.${index}`)),
  ];
}

function stepErrors({ at, window, expires, retry }: Step, field: string): FieldError[] {
  return [
    ...(at === undefined ? [] : zoneErrors(`${field}.at.zone`, at.zone)),
    ...(window === undefined || window === null ? [] : windowErrors(`${field}.window`, window)),
    ...(expires === undefined ? [] : expiryErrors(`${field}.expires`, expires)),
    ...(retry === undefined ? [] : retryErrors(`${field}.retry`, retry)),
  ];
}

function windowErrors(field: string, { from, to, zone }: Window): FieldError[] {
  const message = 'must not be the time at which the window begins; a whole day is from 00:00 to 24:00';
  return [...(from === to ? [{ field: `${field}.to`, message }] : []), ...zoneErrors(`${field}.zone`, zone)];
}

function zoneErrors(field: string, zone: Zone): FieldError[] {
  if (typeof zone === 'string') return nameErrors(field, zone);
  const { from, field: source, fallback } = zone;
  const missing = from === 'field' && source === undefined;
  const idle = from === 'phone' && source !== undefined;
  return [
    ...(missing ? [{ field: `${field}.field`, message: 'must name the field that holds the zone' }] : []),
    ...(idle
      ? [{ field: `${field}.field`, message: 'is for a zone from a field, and this one is from the phone' }]
      : []),
    ...nameErrors(`${field}.fallback`, fallback),
  ];
}

function nameErrors(field: string, zone: string): FieldError[] {
  if (isTimeZone(zone)) return [];
  return [{ field, message: 'is not a time zone that is known; use a name such as Europe/Rome' }];
}

/** A time without its offset would be another one on each machine. */
function expiryErrors(field: string, expires: string): FieldError[] {
  if (!expires.includes('T')) return [];
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(expires) && !Number.isNaN(Date.parse(expires))) return [];
  return [{ field, message: 'must be a time with its offset, such as 2026-12-24T18:00:00+01:00' }];
}

function retryErrors(field: string, retry: Retry): FieldError[] {
  if (retry.delays === undefined) return [];
  return (['backoff', 'delay', 'max_delay'] as const)
    .filter((name) => retry[name] !== undefined)
    .map((name) => ({ field: `${field}.${name}`, message: 'does not go together with delays' }));
}
