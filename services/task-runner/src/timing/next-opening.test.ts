import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, weekdays, type Window } from '@taskhook/contracts';
import { nextOpening } from './next-opening.ts';
import { windowSpans } from './window-spans.ts';

const office = (more: Partial<Window> = {}): Window => ({
  from: '09:00',
  to: '19:00',
  zone: 'Europe/Rome',
  ...more,
});

/** The opening after a time that is given, and told, as people write it in the zone. */
function opening(window: Window, from: string, share = 0): string {
  const zone = typeof window.zone === 'string' ? window.zone : '';
  const at = nextOpening(window, [zone], Date.parse(from), share);
  return at === undefined ? 'never' : local(at, zone).toString({ timeZoneName: 'never' });
}

const local = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

test.each([
  ['inside of it, at once', '2026-06-10T11:30:00.123+02:00', '2026-06-10T11:30:00.123+02:00'],
  ['at its beginning, at once', '2026-06-10T09:00:00+02:00', '2026-06-10T09:00:00+02:00'],
  ['before it, when it opens', '2026-06-10T06:00:00+02:00', '2026-06-10T09:00:00+02:00'],
  ['at its end, on the next day', '2026-06-10T19:00:00+02:00', '2026-06-11T09:00:00+02:00'],
  ["on New Year's Eve, in the new year", '2026-12-31T23:59:59+01:00', '2027-01-01T09:00:00+01:00'],
  ['before a leap day, on the leap day', '2028-02-28T21:00:00+01:00', '2028-02-29T09:00:00+01:00'],
])('a window that is asked %s', (_name, from, expected) => {
  expect(opening(office(), from)).toBe(expected);
});

test('a window of some days opens on those alone', () => {
  const window = office({ days: ['mon', 'tue', 'wed', 'thu', 'fri'] });
  expect(opening(window, '2026-06-12T18:59:00+02:00')).toBe('2026-06-12T18:59:00+02:00');
  expect(opening(window, '2026-06-12T19:00:00+02:00')).toBe('2026-06-15T09:00:00+02:00');
});

test('a window past midnight belongs to the day on which it begins', () => {
  const window = office({ from: '22:00', to: '06:00', days: ['sat'] });
  expect(opening(window, '2026-06-13T12:00:00+02:00')).toBe('2026-06-13T22:00:00+02:00');
  expect(opening(window, '2026-06-14T05:59:00+02:00')).toBe('2026-06-14T05:59:00+02:00');
  expect(opening(window, '2026-06-14T06:00:00+02:00')).toBe('2026-06-20T22:00:00+02:00');
});

test('a window of the whole day is always open', () => {
  const window = office({ from: '00:00', to: '24:00' });
  expect(opening(window, '2026-06-10T23:59:59.999+02:00')).toBe('2026-06-10T23:59:59.999+02:00');
});

test('09:00 stays 09:00 where the clocks are put forward and back in the night', () => {
  expect(opening(office(), '2026-03-28T20:00:00+01:00')).toBe('2026-03-29T09:00:00+02:00');
  expect(opening(office(), '2026-10-24T20:00:00+02:00')).toBe('2026-10-25T09:00:00+01:00');
  const newYork = office({ zone: 'America/New_York' });
  expect(opening(newYork, '2026-03-07T20:00:00-05:00')).toBe('2026-03-08T09:00:00-04:00');
  const lordHowe = office({ zone: 'Australia/Lord_Howe' });
  expect(opening(lordHowe, '2026-10-03T20:00:00+10:30')).toBe('2026-10-04T09:00:00+11:00');
});

test('of a window that holds the missing hour what is left of it is open', () => {
  const window = office({ from: '01:30', to: '03:30' });
  expect(opening(window, '2026-03-29T01:59:59+01:00')).toBe('2026-03-29T01:59:59+01:00');
  expect(opening(window, '2026-03-29T03:00:00+02:00')).toBe('2026-03-29T03:00:00+02:00');
  expect(opening(window, '2026-03-29T03:30:00+02:00')).toBe('2026-03-30T01:30:00+02:00');
});

test('a window that begins in the missing hour opens when it is over', () => {
  const window = office({ from: '02:30', to: '05:00' });
  expect(opening(window, '2026-03-29T01:00:00+01:00')).toBe('2026-03-29T03:00:00+02:00');
});

test('a window that lies in the missing hour does not open on that day', () => {
  const window = office({ from: '02:10', to: '02:40' });
  expect(opening(window, '2026-03-29T01:00:00+01:00')).toBe('2026-03-30T02:10:00+02:00');
});

test('an hour that comes twice is open twice', () => {
  const window = office({ from: '02:00', to: '02:30' });
  expect(opening(window, '2026-10-25T02:30:00+02:00')).toBe('2026-10-25T02:00:00+01:00');
  expect(opening(window, '2026-10-25T02:30:00+01:00')).toBe('2026-10-26T02:00:00+01:00');
});

test('those that waited go over the spread, and those that come later go at once', () => {
  const window = office({ spread: '30m' });
  expect(opening(window, '2026-06-10T06:00:00+02:00', 0.5)).toBe('2026-06-10T09:15:00+02:00');
  expect(opening(window, '2026-06-10T09:05:00+02:00', 0.5)).toBe('2026-06-10T09:05:00+02:00');
});

test('a spread that is longer than the window ends with it', () => {
  const window = office({ from: '09:00', to: '10:00', spread: '8h' });
  expect(opening(window, '2026-06-10T06:00:00+02:00', 0.999)).toBe('2026-06-10T09:59:56.4+02:00');
});

test('where a lead may be in several zones the window is open in all of them', () => {
  const from = Date.parse('2026-06-10T00:00:00Z');
  const at = nextOpening(office(), ['Europe/Lisbon', 'Atlantic/Azores'], from, 0);
  expect(at).toBe(Date.parse('2026-06-10T09:00:00Z'));
});

test('a window that is never open in all zones at once has no opening', () => {
  const zones = ['Pacific/Guam', 'America/New_York'];
  expect(nextOpening(office(), zones, Date.parse('2026-06-10T00:00:00Z'), 0)).toBeUndefined();
});

test('a day that a zone left out opens no window', () => {
  const window = office({ zone: 'Pacific/Apia', days: ['fri'] });
  expect(opening(window, '2011-12-29T20:00:00-10:00')).toBe('2012-01-06T09:00:00+14:00');
});

const zones = [
  'Europe/Rome',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Auckland',
];
const times = Array.from(
  { length: 96 },
  (_, quarter) =>
    `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
);
const windows = fc
  .record({
    from: fc.constantFrom(...times),
    to: fc.constantFrom(...times, '24:00'),
    zone: fc.constantFrom(...zones),
    days: fc.subarray([...weekdays], { minLength: 1 }),
    spread: fc.constantFrom('0s', '30m', '20h'),
  })
  .filter(({ from, to }) => from !== to);
/** Mostly near the changes of the clocks of 2026 and 2027. */
const moments = fc.oneof(
  fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2029-12-31T00:00:00Z') }),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-08',
        '2026-03-29',
        '2026-04-05',
        '2026-10-04',
        '2026-10-25',
        '2026-11-01',
        '2028-02-29',
      ),
      fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    )
    .map(([day, offset]) => Date.parse(`${day}T00:00:00Z`) + offset),
);
const shares = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Told by the clock on the wall alone. */
function isInside({ from, to, days }: Window, zone: string, at: number): boolean {
  const wall = local(at, zone);
  const time = wall.toPlainTime().toString().slice(0, 5);
  const opened = (date: Temporal.PlainDate) => {
    const day = weekdays[date.dayOfWeek - 1];
    return days === undefined || (day !== undefined && days.includes(day));
  };
  const today = wall.toPlainDate();
  if (from < to) return from <= time && time < to && opened(today);
  return (from <= time && opened(today)) || (time < to && opened(today.subtract({ days: 1 })));
}

test('an opening is never too early, and always inside of the window by the clock on the wall', () => {
  const isRight = fc.property(windows, moments, shares, (window, from, share) => {
    const at = nextOpening(window, [window.zone], from, share);
    // A window of one day a week that a change of the clocks swallows may open weeks later.
    return at === undefined || (at >= from && isInside(window, window.zone, at));
  });
  expect(fc.check(isRight, { numRuns: 2_000 })).toMatchObject({ failed: false });
});

test('where it is not spread, there is no earlier moment at which the window is open', () => {
  const isFirst = fc.property(windows, moments, (window, from) => {
    const at = nextOpening({ ...window, spread: '0s' }, [window.zone], from, 0) ?? from;
    const between = Array.from({ length: 96 }, (_, i) => Math.floor(from + ((at - from) * (i + 1)) / 97));
    return between.every((earlier) => earlier >= at || !isInside(window, window.zone, earlier));
  });
  expect(fc.check(isFirst, { numRuns: 500 })).toMatchObject({ failed: false });
});

test('a window of every day is missed for no more than a day by a change of the clocks', () => {
  const isSoon = fc.property(windows, moments, ({ days: _days, ...window }, from) => {
    const at = nextOpening({ ...window, spread: '0s' }, [window.zone], from, 0);
    return at !== undefined && at - from <= 2 * DAY + HOUR;
  });
  expect(fc.check(isSoon, { numRuns: 500 })).toMatchObject({ failed: false });
});

test('the spans of a week are as long as its windows together', () => {
  const spans = windowSpans(office(), 'Europe/Rome', Date.parse('2026-06-08T00:00:00+02:00')).slice(0, 7);
  expect(spans.map(({ start, end }) => (end - start) / MINUTE)).toEqual(Array.from({ length: 7 }, () => 600));
});
