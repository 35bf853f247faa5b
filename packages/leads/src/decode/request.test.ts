import { expect, test } from 'vitest';
import { decodeRequest } from './request.ts';

const FORM = 'application/x-www-form-urlencoded';

function decode(body: string | Uint8Array, type?: string, query = '') {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return decodeRequest({ method: 'post', headers: { 'content-type': type }, query, body: bytes });
}

test.each([
  undefined,
  '',
  'application/json',
  'application/json; charset=utf-8',
  'Application/LD+JSON',
  'text/plain',
  FORM,
  'multipart/form-data; boundary=x',
  'application/xml',
  'nonsense',
])('JSON is read as JSON under the content type %j', (type) =>
  expect(decode('\ufeff \r\n{"a":1}', type)).toMatchObject({ kind: 'json', method: 'POST', body: { a: 1 } }),
);

test.each([undefined, FORM, 'application/json', 'text/plain', 'text/xml', 'application/octet-stream'])(
  'a form is read as a form under the content type %j',
  (type) =>
    expect(decode('nome=Anna+Rossi&a=%2B1', type)).toMatchObject({
      kind: 'form',
      body: { nome: 'Anna Rossi', a: '+1' },
    }),
);

test.each([undefined, 'text/xml', 'application/json', FORM])('XML is read as XML under %j', (type) =>
  expect(decode('<lead><nome>Anna</nome></lead>', type)).toMatchObject({
    kind: 'xml',
    body: { lead: { nome: 'Anna' } },
  }),
);

test.each(['{"a":1}=', '%7B%22a%22%3A1%7D=', '%7B%22a%22%3A1%7D'])(
  'JSON with form encoding, %s, is JSON',
  (body) =>
    expect(decode(body, FORM)).toMatchObject({
      kind: 'json',
      body: { a: 1 },
      notes: ['The body was JSON with form encoding around it.'],
    }),
);

test.each(['[]=Anna', '{}=Anna', '[]=Anna&[]=Rossi'])(
  'a name that happens to be JSON, %s, is a name',
  (body) => expect(decode(body, FORM)).toMatchObject({ kind: 'form', notes: [] }),
);

test('JSON with an equals sign is whole though form encoding cuts it there', () =>
  expect(decode('%7B%22a%22%3A%22x=y%22%7D', FORM)).toMatchObject({ kind: 'json', body: { a: 'x=y' } }));

test('JSON inside a JSON text is unpacked and noted', () =>
  expect(decode(JSON.stringify('{"a":1}'), 'application/json')).toMatchObject({
    body: { a: 1 },
    notes: ['The body was JSON inside a JSON text.'],
  }));

test('a form of lines is read as enctype text/plain writes it', () =>
  expect(decode('nome=Anna\r\ntel: 333\r\n', 'text/plain')).toMatchObject({
    kind: 'form',
    body: { nome: 'Anna', tel: '333' },
  }));

test('a request without a body is its query string, if it has one', () => {
  expect(decode('', undefined, 'nome=Jos%C3%A9&a=1&a=2')).toMatchObject({
    kind: 'none',
    body: null,
    query: { nome: 'José', a: ['1', '2'] },
  });
});

test.each(['', ' \n', '\ufeff'])('the body %j without a query string is empty', (body) =>
  expect(() => decode(body, FORM)).toThrow(
    expect.objectContaining({
      code: 'malformed_body',
      message: expect.stringContaining('The body is empty'),
    }),
  ),
);

test.each(['image/png', 'application/pdf', 'video/mp4'])('a body under %s is unsupported', (type) =>
  expect(() => decode('a=1', type)).toThrow(expect.objectContaining({ code: 'unsupported_media_type' })),
);

test.each([
  [undefined, 'hello'],
  ['application/json', 'name: x'],
  ['text/plain', 'just words'],
  [FORM, '{"a": "b" "c"}'],
  ['multipart/form-data; boundary=x', 'no parts'],
])('under %j the body %j is malformed', (type, body) =>
  expect(() => decode(body, type)).toThrow(expect.objectContaining({ code: 'malformed_body' })),
);

test.each([
  ['utf-16le', Buffer.from('\ufeff{"nome":"Zoë"}', 'utf16le')],
  ['iso-8859-1', Buffer.from('{"nome":"Zoë"}', 'latin1')],
  ['iso-8859-1', Buffer.from('{"nome":"Zoë"}')],
])('JSON that declares %s is read, and UTF-8 that does so too', (charset, body) =>
  expect(decode(body, `application/json; charset=${charset}`)).toMatchObject({ body: { nome: 'Zoë' } }),
);
