import { expect, test } from 'vitest';
import { limits } from '@taskhook/contracts';
import { decodeForm } from './form.ts';

function decode(body: string | Uint8Array, charset?: string) {
  const notes: string[] = [];
  return { fields: decodeForm(typeof body === 'string' ? Buffer.from(body) : body, charset, notes), notes };
}

test.each([
  ['a=1&b=', { a: '1', b: '' }],
  ['a&=x&&', { a: '', '': 'x' }],
  ['a=1&a=2&a=3', { a: ['1', '2', '3'] }],
  ['a=x+y%20z%2B', { a: 'x y z+' }],
  ['a=b=c&data.json=%7B%7D', { a: 'b=c', 'data.json': '{}' }],
  ['a[]=1&a[]=2', { a: ['1', '2'] }],
  ['a[0]=x&a[1]=y', { a: ['x', 'y'] }],
  ['a[1]=x&a[3]=y', { a: { 1: 'x', 3: 'y' } }],
  ['fields[email][value]=e&fields[email][type]=t', { fields: { email: { value: 'e', type: 't' } } }],
  ['contact%5Bfields%5D%5Bx%5D=1', { contact: { fields: { x: '1' } } }],
  ['a=1&a[b]=2', { a: '1', 'a[b]': '2' }],
  ['a[b]=1&a=2', { a: [{ b: '1' }, '2'] }],
  ['Size [cm]=5&Misura[in cm]=6', { 'Size [cm]': '5', 'Misura[in cm]': '6' }],
  ['toString[a]=1&valueOf=2', { toString: { a: '1' }, valueOf: '2' }],
])('%s', (body, fields) => expect(decode(body).fields).toEqual(fields));

test.each([
  ['a=50%25 off%', '50% off%'],
  ['a=100%zz', '100%zz'],
  ['a=%C3%A9%4', 'é%4'],
])('a percent sign that begins nothing stays: %s', (body, a) => expect(decode(body).fields).toEqual({ a }));

test('text that is not UTF-8 is read as windows-1252, and that is noted once', () =>
  expect(decode('a=%E9%80&b=%E8')).toEqual({
    fields: { a: 'é€', b: 'è' },
    notes: ['Text that is not UTF-8 was read as windows-1252.'],
  }));

test('bytes that are not escaped are read too', () => {
  expect(decode(Buffer.from('città=è')).fields).toEqual({ città: 'è' });
  expect(decode(Buffer.from('a=è', 'latin1')).fields).toEqual({ a: 'è' });
});

test('the charset of the content type or of the form itself is kept to', () => {
  expect(decode('a=%B1', 'iso-8859-2').fields).toEqual({ a: 'ą' });
  expect(decode('_charset_=iso-8859-2&a=%B1').fields).toMatchObject({ a: 'ą' });
  expect(decode('a=%B1', 'no-such-charset').fields).toEqual({ a: '±' });
});

test('characters that the charset lacks come as references, which in UTF-8 are text', () => {
  expect(decode('a=%26%23321%3Bukasz', 'iso-8859-1').fields).toEqual({ a: 'Łukasz' });
  expect(decode('a=%26%23321%3Bukasz').fields).toEqual({ a: '&#321;ukasz' });
});

test.each(['__proto__=1', 'a[__proto__][x]=1', 'constructor[prototype]=1', '__proto__[x]=1'])(
  '%s is refused',
  (body) => {
    expect(() => decode(body)).toThrow(expect.objectContaining({ code: 'malformed_body' }));
    expect({}).not.toHaveProperty('x');
  },
);

test('fields are taken up to the limits of number and depth and refused past them', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `a${at}=1`).join('&');
  expect(Object.keys(decode(many(limits.jsonNodes)).fields)).toHaveLength(limits.jsonNodes);
  expect(() => decode(many(limits.jsonNodes + 1))).toThrow('more than 20000 fields');
  expect(() => decode(`a${'[b]'.repeat(limits.jsonDepth)}=1`)).toThrow('deeper than 32 levels');
});
