import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withTaskDefaults } from '@taskhook/contracts';
import { TaskhookError, type ErrorCode } from '@taskhook/errors';
import { compileIntake, decodeJson, type JsonValue, type LeadResult } from '../src/index.ts';

const { lead: rules } = withTaskDefaults({ name: 'Test', lead: { required: [] } });
const read = compileIntake(rules, 'generic');
const intake = (body: Uint8Array, type?: string) =>
  read({ method: 'POST', headers: { 'content-type': type }, query: '', body });

/** The results, or the code of the refusal; whatever else is thrown fails the test. */
function outcome(body: Uint8Array, contentType?: string): LeadResult[] | ErrorCode {
  try {
    return intake(body, contentType);
  } catch (error) {
    if (error instanceof TaskhookError) return error.code;
    throw error;
  }
}

const type = fc.constantFrom(undefined, 'application/json', 'text/xml', 'multipart/form-data');
const jsonBytes = fc.json().map((json) => Buffer.from(json));
/** Valid JSON with a few bytes overwritten. */
const brokenBytes = fc
  .tuple(jsonBytes, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }))
  .map(([bytes, changes]) => {
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    return bytes;
  });

const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), jsonBytes, brokenBytes);

test('whatever bytes come in, only malformed_body and unsupported_media_type are thrown', () =>
  fc.assert(
    fc.property(anyBytes, type, (bytes, contentType) => {
      const result = outcome(bytes, contentType);
      expect(result).toSatisfy(
        () => Array.isArray(result) || ['malformed_body', 'unsupported_media_type'].includes(result),
      );
    }),
    { numRuns: 1_000 },
  ));

const key = fc.oneof(
  fc.constantFrom('full_name', 'phone', 'email', 'phone_raw', 'nome'),
  fc
    .string({ unit: 'binary', maxLength: 8 })
    .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text)),
);
/** JSON has one zero: minus zero is written as 0. */
const value = fc
  .jsonValue({ maxDepth: 3 })
  .map((sent) => JSON.parse(JSON.stringify(sent)) as JsonValue)
  .filter((sent) => !/__proto__|constructor|prototype/.test(JSON.stringify(sent)));
const marked = fc.uuid().map((id) => `lost? ${id}`);

/** Every leaf is unlike any other, so that it is found again only where it really is. */
const fieldsWithMarkers = fc.dictionary(
  key,
  fc.oneof(marked, fc.array(marked, { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), marked)),
  { maxKeys: 6 },
);

test('no value that a sender wrote is lost, whatever it is called', () =>
  fc.assert(
    fc.property(fieldsWithMarkers, (fields) => {
      const results = intake(Buffer.from(JSON.stringify(fields)));
      const kept = JSON.stringify(results);
      for (const marker of JSON.stringify(fields).match(/lost\? [0-9a-f-]+/g) ?? [])
        expect(kept).toContain(marker);
    }),
  ));

test('a value under an own key comes out as it went in', () =>
  fc.assert(
    fc.property(value, (sent) => {
      expect(outcome(Buffer.from(JSON.stringify({ sent })))).toEqual([
        {
          ok: true,
          lead: { full_name: null, phone: null, email: null, extra_fields: { sent: largeAsText(sent) } },
        },
      ]);
    }),
  ));

/** Whole numbers past 2^53 come out as text; fast-check makes some. */
function largeAsText(part: unknown): unknown {
  if (typeof part === 'number' && Number.isInteger(part) && !Number.isSafeInteger(part))
    return JSON.stringify(part);
  if (Array.isArray(part)) return part.map(largeAsText);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, largeAsText(inner)]));
}

test('whole numbers of any length are exact', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), (number) => {
      const decoded = decodeJson(Buffer.from(`{"id":${number}}`)) as { id: number | string };
      expect(BigInt(decoded.id)).toBe(number);
    }),
  ));
