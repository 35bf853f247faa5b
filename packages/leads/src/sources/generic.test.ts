import { expect, test } from 'vitest';
import { limits } from '@taskhook/contracts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import type { BodyKind } from '../decode/decoded-request.ts';
import { generic } from './generic.ts';

function candidates(body: JsonValue, kind: BodyKind = 'json', query: JsonObject = {}) {
  const reading = generic.read({ kind, method: 'POST', headers: {}, query, body, notes: [] });
  if (reading.type !== 'leads') throw new Error('The generic adapter reads leads alone.');
  return reading.candidates;
}

const noLead = {
  fields: {},
  problem: "The body must be a JSON object with the lead's fields, or a list of such objects.",
};

test('an object is one candidate', () =>
  expect(candidates({ phone: '1' })).toEqual([{ fields: { phone: '1' } }]));

test('a list is one candidate for each item, in its order; an item that is no object fails alone', () =>
  expect(candidates([{ a: 1 }, 'text', { b: 2 }])).toEqual([
    { fields: { a: 1 } },
    noLead,
    { fields: { b: 2 } },
  ]));

test('a request without a body is its query string', () =>
  expect(candidates(null, 'none', { nome: 'Anna' })).toEqual([{ fields: { nome: 'Anna' } }]));

test('leads in a list inside the body are one candidate each, with what stands beside the list', () =>
  expect(candidates({ leads: [{ email: 'a@b.it', id: 1 }, { email: 'c@d.it' }], id: 7 })).toEqual([
    { fields: { id_: 7, email: 'a@b.it', id: 1 } },
    { fields: { id: 7, email: 'c@d.it' } },
  ]));

test('a list of other things inside the body is part of one lead', () => {
  const body = { email: 'a@b.it', items: [{ email: 'sales@shop.it' }] };
  expect(candidates(body)).toEqual([{ fields: body }]);
  expect(candidates({ items: [{ sku: 1 }] })).toEqual([{ fields: { items: [{ sku: 1 }] } }]);
});

test('a list of bare answers becomes a map, one that holds more stays', () => {
  const more = [{ label: 'Phone', value: '1', id: 3 }];
  expect(
    candidates({
      a: {
        list: [
          { question: 'Name', answer: 'Anna' },
          { question: 'Days', answer: ['Mon'] },
        ],
      },
      more,
    }),
  ).toEqual([{ fields: { a: { list: { Name: 'Anna', Days: 'Mon' } }, more } }]);
});

test('JSON in a field is read in a form, and in JSON where no contact stands beside it', () => {
  const body = { payload: '{"email":"a@b.it"}', broken: '{"a' };
  const read = { payload: { email: 'a@b.it' }, broken: '{"a' };
  expect(candidates(body, 'form')).toEqual([{ fields: read }]);
  expect(candidates(body)).toEqual([{ fields: read }]);
  expect(candidates({ ...body, phone: '1' })).toEqual([{ fields: { ...body, phone: '1' } }]);
});

test.each<[JsonValue]>([[[]], ['text'], [42], [true], [null]])('%j is no lead', (body) =>
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
