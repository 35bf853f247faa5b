import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCodes, type ErrorCode } from '@taskhook/errors';
import { httpStatus } from '@taskhook/http';

const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
const [, answered = '', inRuns = '', ofStart = ''] = page.split('\n## ');

/** The cells of each row whose first cell is a code. */
function rows(section: string): string[][] {
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replace(/^`(\w+)`$/, '$1')),
  );
}

test('the page has every code that is answered, with its status and meaning, and no other', () => {
  const documented = Object.fromEntries(
    rows(answered).map(([code, status, meaning]) => [code, [status, meaning]]),
  );
  const codes = Object.keys(httpStatus) as ErrorCode[];
  const expected = codes.map((code) => [code, [String(httpStatus[code]), errorCodes[code].meaning]]);
  expect(documented).toEqual(Object.fromEntries(expected));
});

test('the page tells of every code of a run whether it is tried again', () => {
  for (const [code = '', again, meaning] of rows(inRuns)) {
    const row = errorCodes[code as ErrorCode];
    expect([code, again, meaning]).toEqual([code, row.retry ? 'yes' : 'no', row.meaning]);
  }
});

test('there is no code without a place on the page', () => {
  const documented = [...rows(answered), ...rows(inRuns), ...rows(ofStart)].map(([code]) => code);
  expect(new Set(documented)).toEqual(new Set(Object.keys(errorCodes)));
});
