import { expect, test } from 'vitest';
import { createFormat, regional } from './use-format.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24T11:59:30Z', '30 seconds ago', '30 secondi fa'],
  ['2026-11-24T11:58:01Z', '1 minute ago', '1 minuto fa'],
  ['2026-11-23T11:00:00Z', 'yesterday', 'ieri'],
  ['2026-11-24T14:59:00Z', 'in 2 hours', 'tra 2 ore'],
])('%s is %s, or %s', (iso, english, italian) => {
  expect(createFormat('en').relative(iso, now)).toBe(english);
  expect(createFormat('it').relative(iso, now)).toBe(italian);
});

test.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [1_250, '1.3 sec'],
  [59_400, '59 sec'],
  [90_000, '1.5 min'],
  [7_200_000, '2 hr'],
])('%d ms are %s', (ms, text) => {
  expect(createFormat('en').duration(ms)).toBe(text);
});

test('numbers, shares and countries are written as the language writes them', () => {
  const italian = createFormat('it');
  expect([italian.number(12_345.6), italian.percent(0.987), italian.country('DE')]).toEqual([
    '12.345,6',
    '98,7%',
    'Germania',
  ]);
});

test('a reader’s own region decides how the chosen language writes dates, where the browser tells it', () => {
  expect(regional('en', ['it-IT', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(regional('it', ['en-GB'])).toBe('it');
  const noon = '2026-11-04T12:00:00Z';
  expect(createFormat('en-GB').dateTime(noon)).toMatch(/^4 Nov 2026/);
  expect(createFormat('en').duration(7_200_000, 'long')).toBe('2 hours');
});
