import { expect, test } from 'vitest';
import { decodeMultipart } from './multipart.ts';

const TYPE = 'multipart/form-data; boundary=XyZ';

function decode(text: string | Uint8Array, type = TYPE) {
  const notes: string[] = [];
  return { fields: decodeMultipart(typeof text === 'string' ? Buffer.from(text) : text, type, notes), notes };
}

const part = (disposition: string, content: string, type?: string): string =>
  `--XyZ\r\nContent-Disposition: form-data; ${disposition}\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n${content}\r\n`;
const END = '--XyZ--\r\n';

test('fields are read with their line breaks, lists and accents', () =>
  expect(
    decode(part('name="nome"', 'Zoë') + part('name="a[]"', '1') + part('name="a[]"', '2\r\n\r\n--X') + END)
      .fields,
  ).toEqual({ nome: 'Zoë', a: ['1', '2\r\n\r\n--X'] }));

test('of a file its name is kept and a note says what was dropped', () =>
  expect(decode(part('name="cv"; filename="piano %22A%22.pdf"', '%PDF', 'application/pdf') + END)).toEqual({
    fields: { cv: 'piano "A".pdf' },
    notes: ['The file of the field cv was dropped (application/pdf, 4 bytes).'],
  }));

test('an empty file input is none', () =>
  expect(
    decode(part('name="cv"; filename=""', '', 'application/octet-stream') + part('name="a"', '1') + END),
  ).toEqual({
    fields: { a: '1' },
    notes: [],
  }));

test.each([
  [String.raw`name="a \"b\""`, 'a "b"'],
  ['name=bare', 'bare'],
  ['NAME="upper"', 'upper'],
  ['name=""', ''],
])('the name in %s is read', (disposition, name) =>
  expect(decode(part(disposition, '1') + END).fields).toEqual({ [name]: '1' }),
);

test('an extended file name wins', () =>
  expect(
    decode(part(`name="f"; filename="x.pdf"; filename*=UTF-8''na%C3%AFve.pdf`, 'x') + END).fields,
  ).toEqual({
    f: 'naïve.pdf',
  }));

test('a part in another charset, or in none that is named, is read', () => {
  const latin = Buffer.from(part('name="a"', 'è', 'text/plain; charset=iso-8859-1') + END, 'latin1');
  expect(decode(latin).fields).toEqual({ a: 'è' });
  expect(decode(Buffer.from(part('name="a"', 'è') + END, 'latin1')).fields).toEqual({ a: 'è' });
});

test('JSON that a script sent as a blob is text', () =>
  expect(decode(part('name="lead"; filename="blob"', '{"a":1}', 'application/json') + END).fields).toEqual({
    lead: '{"a":1}',
  }));

test('a body without its closing boundary, with bare line feeds or with a preamble is read', () => {
  expect(decode(part('name="a"', '1') + part('name="b"', '2').trimEnd())).toEqual({
    fields: { a: '1', b: '2' },
    notes: ['The body ends before its closing boundary.'],
  });
  expect(decode((part('name="a"', '1') + END).replaceAll('\r', '')).fields).toEqual({ a: '1' });
  expect(decode(`hello\r\n${part('name="a"', '1')}${END}bye`).fields).toEqual({ a: '1' });
});

test('a boundary that the content type lacks is read from the body', () =>
  expect(decode(part('name="a"', '1') + END, 'multipart/form-data').fields).toEqual({ a: '1' }));

test('a part without a name is dropped with a note', () =>
  expect(decode(`--XyZ\r\nX-A: b\r\n\r\n1\r\n${part('name="a"', '1')}${END}`)).toEqual({
    fields: { a: '1' },
    notes: ['A part of the body without a name was dropped.'],
  }));

test.each(['', 'hello', '--XyZ--', '--Other\r\n\r\n--Other--'])('%j holds no part', (body) =>
  expect(() => decode(body)).toThrow(expect.objectContaining({ code: 'malformed_body' })),
);
