import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { coerceTexts } from './coerce-texts.ts';

const schema = Type.Object({ n: Type.Integer(), b: Type.Boolean(), s: Type.String() });

it.each([
  [
    { n: '12', b: 'true', s: '12' },
    { n: 12, b: true, s: '12' },
  ],
  [
    { n: '-3', b: 'false' },
    { n: -3, b: false },
  ],
  [
    { n: '1e3', b: '1' },
    { n: '1e3', b: '1' },
  ],
  [
    { n: '', b: '' },
    { n: '', b: '' },
  ],
  [{ n: '99999999999999999999' }, { n: '99999999999999999999' }],
  [{ other: '5' }, { other: '5' }],
])('makes %j into %j', (given, expected) => {
  expect(coerceTexts(schema, given)).toEqual(expected);
});

it('takes no part in names that every object has', () => {
  expect(coerceTexts(schema, { constructor: '5' })).toEqual({ constructor: '5' });
});
