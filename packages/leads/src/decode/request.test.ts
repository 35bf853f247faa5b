import { expect, test } from 'vitest';
import { decodeRequest } from './request.ts';

const decode = (body: string, type?: string) =>
  decodeRequest({ method: 'POST', headers: { 'content-type': type }, query: '', body: Buffer.from(body) });

test.each([
  undefined,
  '',
  'application/json',
  'application/json; charset=utf-8',
  'Application/LD+JSON',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'nonsense',
])('JSON is read as JSON under the content type %j', (type) =>
  expect(decode('\ufeff \r\n{"a":1}', type)).toEqual({ a: 1 }),
);

test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/xml', 'image/png'])(
  'a body that is no JSON under %s is unsupported',
  (type) =>
    expect(() => decode('a=1', type)).toThrow(expect.objectContaining({ code: 'unsupported_media_type' })),
);

test.each([undefined, 'application/json', 'text/plain'])(
  'a body that is no JSON under %j is malformed',
  (type) => expect(() => decode('a=1', type)).toThrow(expect.objectContaining({ code: 'malformed_body' })),
);

test.each(['', ' \n', '\ufeff'])('the body %j is empty', (body) =>
  expect(() => decode(body, 'application/x-www-form-urlencoded')).toThrow(
    expect.objectContaining({
      code: 'malformed_body',
      message: expect.stringContaining('The body is empty'),
    }),
  ),
);
