import { expect, test } from 'vitest';
import { withNamedRows } from './named-rows.ts';

const headers = ['Name', 'Email'];

test('a row is named by its header', () =>
  expect(withNamedRows({ headers, row: ['Ann', 'a@e.com'], sheet: 'Leads' })).toEqual({
    sheet: 'Leads',
    row: { Name: 'Ann', Email: 'a@e.com' },
  }));

test('several rows are an object each', () =>
  expect(
    withNamedRows({
      columns: headers,
      rows: [
        ['Ann', 'a@e.com'],
        ['Bo', null],
      ],
    }),
  ).toEqual({
    rows: [
      { Name: 'Ann', Email: 'a@e.com' },
      { Name: 'Bo', Email: null },
    ],
  }));

test.each<[why: string, body: Parameters<typeof withNamedRows>[0]]>([
  ['there is no header', { row: ['Ann', 'a@e.com'] }],
  ['there is no row', { headers }],
  ['a name comes twice', { headers: ['Name', 'Name'], row: ['Ann', 'a@e.com'] }],
  ['a name is none', { headers: ['Name', 7], row: ['Ann', 'a@e.com'] }],
  ['a name is empty', { headers: ['Name', ' '], row: ['Ann', 'a@e.com'] }],
  ['the row is longer', { headers, row: ['Ann', 'a@e.com', 'x'] }],
  [
    'one of the rows is longer',
    {
      headers,
      rows: [
        ['Ann', 'a'],
        ['Bo', 'b', 'c'],
      ],
    },
  ],
])('where %s nothing is changed', (_why, body) => expect(withNamedRows(body)).toBeUndefined());
