import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TaskhookError } from '@taskhook/errors';
import { createTemplateEngine } from '../index.ts';

const engine = createTemplateEngine();
const filtered = (x: unknown, filter: string) => engine.template(`{{ x | ${filter} }}`)({ x });

describe('first_name finds the name to greet with', () => {
  test.each([
    ['Mario Rossi', 'Mario'],
    ['  mario   rossi ', 'Mario'],
    ['MARIO ROSSI', 'Mario'],
    ['Rossi, Mario', 'Mario'],
    ['ROSSI, MARIA GRAZIA', 'Maria'],
    ['Mario Rossi, PhD', 'Mario'],
    ['Robert Downey Jr.', 'Robert'],
    ['Dott. Mario Rossi', 'Mario'],
    ['Dott.ssa Giulia De Luca', 'Giulia'],
    ['Prof. Dr. Jürgen von Klein', 'Jürgen'],
    ['Sig.ra Anna Maria Verdi', 'Anna'],
    ['Sig.ra Verdi', 'Sig.ra Verdi'],
    ['Sig.', 'Sig.'],
    ['De Luca Maria', 'Maria'],
    ['van der Berg Jan', 'Jan'],
    ['Di Pietro', 'Di Pietro'],
    ['jean-pierre martin', 'Jean-Pierre'],
    ["D'ARTAGNAN", "D'Artagnan"],
    ['DeShawn Jones', 'DeShawn'],
    ['ÉLODIE DUPONT', 'Élodie'],
    ['Иван Петров', 'Иван'],
    ['田中太郎', '田中太郎'],
    [',', ''],
    ['', ''],
    [null, ''],
    [{ a: 1 }, ''],
  ])('%j gives %j', (name, expected) => {
    expect(filtered(name, 'first_name')).toBe(expected);
  });
});

describe('title_case writes names and titles', () => {
  test.each([
    ['MARIO DE ROSSI', 'Mario de Rossi'],
    ['vincent van gogh', 'Vincent van Gogh'],
    ['Daniele De Rossi', 'Daniele De Rossi'],
    ['de rossi', 'De Rossi'],
    ["SEAN O'NEILL", "Sean O'Neill"],
    ['marco d’angelo', 'Marco D’Angelo'],
    ['ANNA-MARIA', 'Anna-Maria'],
    ['ronald McDonald', 'Ronald McDonald'],
    ['mARIO', 'Mario'],
    ["it's corso di marketing (base)", "It's Corso di Marketing (Base)"],
    ['j.r.r. tolkien', 'J.R.R. Tolkien'],
    ['1st street', '1st Street'],
    ['ßtraße', 'Sstraße'],
    ['e\u0301lodie', 'E\u0301lodie'],
    ['città  di\ncastello', 'Città  di\nCastello'],
    [null, ''],
    [12, '12'],
  ])('%j gives %j', (text, expected) => {
    expect(filtered(text, 'title_case')).toBe(expected);
  });
});

describe('phone_format writes a number', () => {
  test.each([
    ['+393331234567', 'phone_format', '+39 333 123 4567'],
    ['+393331234567', 'phone_format: "national"', '333 123 4567'],
    ['333 123 4567', 'phone_format: "e164", "IT"', '+393331234567'],
    ['333 123 4567', 'phone_format: "e164"', '333 123 4567'],
    ['+12125550123', 'phone_format: "NATIONAL"', '(212) 555-0123'],
    ['call me', 'phone_format', 'call me'],
    ['1'.repeat(1_000), 'phone_format', '1'.repeat(1_000)],
    [null, 'phone_format', ''],
  ])('%j | %s gives %j', (phone, filter, expected) => {
    expect(filtered(phone, filter)).toBe(expected);
  });
});

describe('date_in writes a time in the words of a place', () => {
  test.each([
    ['2026-05-01T22:30:00Z', 'date_in: "Europe/Rome", "it", "long"', '2 maggio 2026'],
    [
      '2026-05-01T22:30:00.123+02:00',
      'date_in: "Europe/Rome", "it", "full", "short"',
      'venerdì 1 maggio 2026 alle ore 22:30',
    ],
    ['2026-05-01T22:30:00Z', 'date_in: "America/New_York", "en", "none", "short"', '6:30 PM'],
    ['2026-05-01T22:30:00Z', 'date_in', 'May 1, 2026'],
    ['2026-03-29T00:59:59Z', 'date_in: "Europe/Rome", "de", "none", "short"', '01:59'],
    ['2026-03-29T01:00:00Z', 'date_in: "Europe/Rome", "de", "none", "short"', '03:00'],
    ['2026-05-01', 'date_in: "America/Los_Angeles", "de", "medium"', '01.05.2026'],
    ['2026-05-01 09:15', 'date_in: "Asia/Tokyo", "fr", "long", "short"', '1 mai 2026 à 09:15'],
    [0, 'date_in: "UTC", "es", "long"', '1 de enero de 1970'],
    ['1777672800', 'date_in: "UTC", "pt", "short"', '01/05/2026'],
    ['2026-05-01', 'date_in: "UTC", "xx", "long"', 'May 1, 2026'],
  ])('%j | %s gives %j', (at, filter, expected) => {
    expect(filtered(at, filter)).toBe(expected);
  });

  test.each([[null], [''], ['soon'], ['2026-99-99'], [1e300], [true], [[1]], ['2026-05-01'.repeat(9_000)]])(
    'what is no time gives nothing: %#',
    (at) => {
      expect(filtered(at, 'date_in: "Europe/Rome", "it"')).toBe('');
    },
  );
});

test.each([
  ['phone_format: "loud"', 'gives phone_format a style that is not national, international or e164'],
  ['date_in: "Europe/Nowhere"', 'gives date_in a time zone or a language that does not exist'],
  ['date_in: "UTC", "no locale"', 'gives date_in a time zone or a language that does not exist'],
  [`date_in: "${'x'.repeat(500)}"`, 'gives date_in a time zone or a language that does not exist'],
  [
    'date_in: "UTC", "it", "huge"',
    'gives date_in a style of the date that is not full, long, medium, short or none',
  ],
  ['date_in: "UTC", "it", "none"', 'gives date_in neither a style of the date nor one of the time'],
])('a choice that does not exist fails in words: %s', (filter, message) => {
  expect(() => filtered('', filter)).toThrow(`The template ${message} (line 1, column 1).`);
});

test.each(['first_name', 'title_case', 'phone_format', 'phone_format: y, z', 'date_in', 'date_in: y, z, w'])(
  '%s gives a text or an error of ours, whatever it is given',
  (filter) => {
    const render = engine.template(`{{ x | ${filter} }}`);
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.jsonValue());
    fc.assert(
      fc.property(any, any, any, any, (x, y, z, w) => {
        expect(outcome(() => render({ x, y, z, w }))).toMatch(/^(?:string|template_failed)$/);
      }),
    );
  },
);

test.each(['first_name', 'title_case', 'phone_format', 'date_in'])(
  'the time of %s grows no faster than its text',
  (filter) => {
    for (const piece of ['a', "a'", 'a ', ' ', 'Aa.', ',', '-', '1', '(', 'İ', '\u0301'])
      expect(quickest(filter, piece.repeat(100_000))).toBeLessThan(100);
  },
);

test('formatters of many places are paid for', () => {
  const many = '{% for i in (1..100000) %}{{ i | date_in: "UTC", i }}{% endfor %}';
  const places =
    '{% for i in (1..100000) %}{% assign l = "en-x-a" | append: i %}{{ i | date_in: "UTC", l }}{% endfor %}';
  expect(outcome(() => engine.template(many)({}))).not.toBe('string');
  expect(outcome(() => engine.template(places)({}))).toBe('template_limit');
});

function outcome(render: () => unknown): string {
  try {
    return typeof render();
  } catch (error) {
    if (error instanceof TaskhookError) return error.code;
    throw error;
  }
}

/** Processor time of this thread in milliseconds, the least of a few tries. */
function quickest(filter: string, x: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.threadCpuUsage();
    outcome(() => filtered(x, filter));
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
