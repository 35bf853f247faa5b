import { expect, test } from 'vitest';
import { limits } from '@taskhook/contracts';
import type { JsonValue } from '../json-value.ts';
import { generic } from './generic.ts';

const candidates = (body: JsonValue) => generic({ headers: {}, query: '', body });
const noLead = {
  ok: false,
  errors: [
    {
      field: '',
      message: "The body must be a JSON object with the lead's fields, or a list of such objects.",
    },
  ],
};

test('an object is one candidate', () =>
  expect(candidates({ phone: '1' })).toEqual([{ ok: true, fields: { phone: '1' } }]));

test('a list is one candidate for each item, in its order; an item that is no object fails alone', () =>
  expect(candidates([{ a: 1 }, 'text', { b: 2 }])).toEqual([
    { ok: true, fields: { a: 1 } },
    noLead,
    { ok: true, fields: { b: 2 } },
  ]));

test.each([[[]], ['text'], [42], [true], [null]])('%j is no lead', (body) =>
  expect(candidates(body)).toEqual([noLead]),
);

test('a list is taken up to the limit of leads and refused past it', () => {
  const list = (length: number) => Array.from({ length }, () => ({}));
  expect(candidates(list(limits.leadsPerRequest))).toHaveLength(limits.leadsPerRequest);
  expect(() => candidates(list(limits.leadsPerRequest + 1))).toThrow(
    expect.objectContaining({
      code: 'malformed_body',
      message: 'The body holds 1001 leads; one request may hold 1000.',
    }),
  );
});
