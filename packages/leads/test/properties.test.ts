import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withTaskDefaults } from '@taskhook/contracts';
import { TaskhookError, type ErrorCode } from '@taskhook/errors';
import { compileIntake, decodeJson, type IntakeOutcome, type JsonValue } from '../src/index.ts';

const { lead: rules } = withTaskDefaults({ name: 'Test', lead: { required: [] } });
const intakes = { generic: compileIntake(rules, 'generic'), auto: compileIntake(rules, 'auto') };

/** What came of the request, or the code of the refusal; whatever else is thrown fails the test. */
function outcome(
  body: Uint8Array,
  contentType?: string,
  source: keyof typeof intakes = 'generic',
): IntakeOutcome | ErrorCode {
  try {
    return intakes[source]({ method: 'POST', headers: { 'content-type': contentType }, query: '', body });
  } catch (error) {
    if (error instanceof TaskhookError) return error.code;
    throw error;
  }
}

function leadOf(body: unknown): unknown {
  const result = outcome(Buffer.from(JSON.stringify(body)));
  const [first] = typeof result === 'object' && result.type === 'leads' ? result.leads : [];
  return first?.ok === true ? first.lead : first;
}

const source = fc.constantFrom<keyof typeof intakes>('generic', 'auto');
const type = fc.constantFrom(
  undefined,
  'application/json',
  'text/xml',
  'text/plain; charset=iso-8859-1',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
);
const jsonBytes = fc.json().map((json) => Buffer.from(json));
/** Valid JSON with a few bytes overwritten. */
const brokenBytes = fc
  .tuple(jsonBytes, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }))
  .map(([bytes, changes]) => {
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    return bytes;
  });

const formName = fc.string({ unit: fc.constantFrom(...Array.from('ab0[]%+&=_.é{"')), maxLength: 12 });
const formBytes = fc
  .array(fc.tuple(formName, formName), { maxLength: 8 })
  .map((pairs) => Buffer.from(pairs.map(([name, text]) => `${name}=${text}`).join('&')));
const partsBytes = fc
  .array(fc.tuple(formName, formName), { maxLength: 5 })
  .map((parts) =>
    Buffer.from(
      `${parts.map(([name, text]) => `--x\r\nContent-Disposition: form-data; name="${name}"; ${text}\r\n\r\n${text}\r\n`).join('')}--x--`,
    ),
  );
const xmlBytes = fc
  .array(
    fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="1">',
      '</b>',
      '<d/>',
      'text',
      '&amp;',
      '&x;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => Buffer.from(`<a>${pieces.join('')}</a>`));

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  jsonBytes,
  brokenBytes,
  formBytes,
  partsBytes,
  xmlBytes,
);

test('whatever bytes come in, only malformed_body and unsupported_media_type are thrown', () =>
  fc.assert(
    fc.property(anyBytes, type, source, (bytes, contentType, from) => {
      const result = outcome(bytes, contentType, from);
      expect(result).toSatisfy(
        () => typeof result === 'object' || ['malformed_body', 'unsupported_media_type'].includes(result),
      );
    }),
    { numRuns: 2_000 },
  ));

const key = fc.oneof(
  fc.constantFrom(
    'full_name',
    'phone',
    'email',
    'phone_raw',
    'nome',
    'Cognome',
    'name',
    'Tel',
    'mail',
    'data',
    'answers',
  ),
  fc
    .string({ unit: 'binary', maxLength: 8 })
    .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text)),
);
/** JSON has one zero: minus zero is written as 0. */
const value = fc
  .jsonValue({ maxDepth: 3 })
  .map((sent) => withMuteKeys(JSON.parse(JSON.stringify(sent)) as JsonValue))
  .filter((sent) => !/__proto__|constructor|prototype/.test(JSON.stringify(sent)));
/** Keys that say nothing in any language: chance finds words like `nama`, whose values are a lead's. */
function withMuteKeys(part: JsonValue): JsonValue {
  if (Array.isArray(part)) return part.map(withMuteKeys);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]) => [`zz ${name} zz`, withMuteKeys(inner)]),
  );
}

const marked = fc.uuid().map((id) => `lost? ${id}`);

const answer = fc.record({
  label: fc.constantFrom('Nome', 'E-mail', 'Telefono', 'Altro', ''),
  value: marked,
});
/** Every leaf is unlike any other, so that it is found again only where it really is. */
const fieldsWithMarkers = fc.dictionary(
  key,
  fc.oneof(
    marked,
    fc.array(marked, { maxLength: 3 }),
    fc.array(answer, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'name', 'email', 'phone', 'first', 'last', 'value'), marked),
  ),
  { maxKeys: 6 },
);

test('no value that a sender wrote is lost, whatever it is called', () =>
  fc.assert(
    fc.property(fieldsWithMarkers, (fields) => {
      const kept = JSON.stringify(outcome(Buffer.from(JSON.stringify(fields))));
      for (const marker of JSON.stringify(fields).match(/lost\? [0-9a-f-]+/g) ?? [])
        expect(kept).toContain(marker);
    }),
    { numRuns: 500 },
  ));

test('no value of a form is lost, however its names are written', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(formName, marked), { maxLength: 8 }), (pairs) => {
      const body = pairs
        .map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`)
        .join('&');
      const result = JSON.stringify(outcome(Buffer.from(body), 'application/x-www-form-urlencoded'));
      for (const [, text] of pairs) expect(result).toContain(text);
    }),
    { numRuns: 500 },
  ));

test('a value under an own key comes out as it went in', () =>
  fc.assert(
    fc.property(value, (sent) => {
      expect(leadOf({ sent })).toEqual({
        full_name: null,
        phone: null,
        email: null,
        extra_fields: { sent: largeAsText(sent) },
      });
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
