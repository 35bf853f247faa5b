import { expect, test } from 'vitest';
import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { decodeJson } from './json.ts';

const decode = (text: string) => decodeJson(Buffer.from(text));

function refusal(body: string | Uint8Array): TaskhookError {
  try {
    decodeJson(typeof body === 'string' ? Buffer.from(body) : body);
  } catch (error) {
    if (error instanceof TaskhookError && error.code === 'malformed_body') return error;
    throw error;
  }
  throw new Error('The body was taken.');
}

test('a leading byte order mark is dropped', () => expect(decode('\ufeff{"a":1}')).toEqual({ a: 1 }));

test('of a key that comes twice the last one counts', () =>
  expect(decode('{"a":1e400,"a":{"b":2}}')).toEqual({ a: { b: 2 } }));

test.each([
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', '9007199254740993'],
  ['-12345678901234567890', '-12345678901234567890'],
  ['1e400', '1e400'],
  ['-1E+400', '-1E+400'],
  ['1e-400', '1e-400'],
  ['0.1000000000000000000001', '0.1000000000000000000001'],
  ['1e5', 100_000],
  ['1.50', 1.5],
  ['15e-1', 1.5],
  ['1.0000000000000000', 1],
  ['0.30000000000000004', 0.30000000000000004],
  ['0e9', 0],
])('the number %s becomes %j, wherever it stands', (source, kept) => {
  expect(decode(source)).toBe(kept);
  expect(decode(`[${source}]`)).toEqual([kept]);
  expect(decode(`{"deep":{"list":[1, ${source}]}}`)).toEqual({ deep: { list: [1, kept] } });
});

test('digits inside text stay text', () =>
  expect(decode('{"a":"1e400 12345678901234567890","b":1e400}')).toEqual({
    a: '1e400 12345678901234567890',
    b: '1e400',
  }));

test('a lone surrogate becomes U+FFFD in values and keys, a pair stays', () =>
  expect(decode(String.raw`{"a":"\ud800","\udc00":"\ud83d\ude00"}`)).toEqual({
    a: '\ufffd',
    '\ufffd': '😀',
  }));

test('nesting is taken up to the limit and refused past it', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(decode(nested(limits.jsonDepth))).toBeInstanceOf(Array);
  expect(refusal(nested(limits.jsonDepth + 1)).message).toBe('The body is nested deeper than 32 levels.');
});

test('keys and items are taken up to the limit and refused past it', () => {
  const list = (items: number) => `[${Array(items).fill('0').join()}]`;
  expect(decode(list(limits.jsonNodes))).toHaveLength(limits.jsonNodes);
  expect(refusal(list(limits.jsonNodes + 1)).message).toContain('more than 20000 keys and items');
});

test('brackets and commas inside text count for nothing', () => {
  const text = '[{",\\"'.repeat(limits.jsonNodes);
  expect(decode(JSON.stringify({ text }))).toEqual({ text });
});

test.each([
  ['{"__proto__":{"a":1}}', '__proto__'],
  ['{"a":{"b":[{},{"constructor":1}]}}', 'a.b.1.constructor'],
  [String.raw`[{"\u005f_proto__":1}]`, '0.__proto__'],
  ['{"extra_fields":{"prototype":null}}', 'extra_fields.prototype'],
])('%s is refused with the path of the forbidden key', (body, path) => {
  const error = refusal(body);
  expect(error.message).toBe(`The body has a key that is not allowed: ${path}.`);
  expect(error.errors).toEqual([{ field: path, message: 'is a key that is not allowed' }]);
});

test.each([
  [[0xff], 0],
  [[0x22, 0xef, 0xbf, 0xbd, 0xc3, 0xa9, 0xc3, 0x22], 6],
  [[0xef, 0xbb, 0xbf, 0x22, 0xed, 0xa0, 0x80, 0x22], 4],
  [[0x22, 0xe2, 0x82], 1],
])('bytes that are not UTF-8 are refused with the offset of the first bad one: %j', (bytes, offset) =>
  expect(refusal(Uint8Array.from(bytes)).message).toBe(
    `The body is not valid UTF-8: bad byte at offset ${offset}.`,
  ),
);

test.each([
  ["{'a':1}", 'a key in double quotes is expected', 1, 2],
  ['{"a":1,}', 'a key in double quotes is expected', 1, 8],
  ['{"a" 1}', 'a colon is expected after the key', 1, 6],
  ['{"a":,}', 'a value is missing', 1, 6],
  ['{"a":\n  Mario}', 'unexpected character (text needs double quotes)', 2, 3],
  ['{"a":"x\ny"}', 'a line break or control character in a text must be escaped', 1, 8],
  ['{"a":"\\x"}', 'a backslash begins an unknown escape', 1, 7],
  ['{"a":"b" "c":1}', 'a comma or a closing bracket is expected', 1, 10],
  ['{"a":01}', 'a comma or a closing bracket is expected', 1, 7],
  ['[1, -]', 'a number is not written as JSON asks', 1, 5],
  ['{"a":1}\r\n\r\nx', 'unexpected text after the end of the JSON', 3, 1],
  ['[1,2', 'the body ends before the JSON is complete', 1, 5],
  ['{"a', 'the body ends before the JSON is complete', 1, 4],
  ['{"a"', 'the body ends before the JSON is complete', 1, 5],
])('the message for %j says what is wrong and where', (body, reason, line, column) => {
  const error = refusal(body);
  expect(error.message).toBe(`The body is not valid JSON: ${reason} at line ${line}, column ${column}.`);
  expect(error.errors).toEqual([{ field: '', message: reason, line, column }]);
});

test('no message and no cause quotes the body', () => {
  const error = refusal('{"full_name":"Segreta Persona" "phone":"+39 333 1234567"}');
  expect(`${error.message}${String(error.cause)}${JSON.stringify(error.errors)}`).not.toMatch(/Segreta|333/);
});
