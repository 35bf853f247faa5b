import { sources } from '@taskhook/contracts';
import { assert, constantFrom, dictionary, jsonValue, nat, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRequest } from '../src/decode/request.ts';
import type { DecodedRequest } from '../src/decode/decoded-request.ts';
import type { JsonObject, JsonValue } from '../src/json-value.ts';
import type { Reading, SourceAdapter } from '../src/sources/adapter.ts';
import { sourceAdapters } from '../src/sources/index.ts';
import { decodeSample } from './samples/decode-sample.ts';
import { samples } from './samples/index.ts';
import type { Sample } from './samples/sample.ts';

/** They pass on what others wrote, and so may recognise what an adapter before them does too. */
const RELAYS = new Set(['privyr', 'zapier', 'make', 'n8n', 'google-sheets', 'form', 'generic']);
/** Written in samples where a secret stands. */
const SECRET = 'do-not-keep-me';

const adapterOf = (name: string): SourceAdapter => {
  const adapter = sourceAdapters.find((one) => one.name === name);
  if (adapter === undefined) throw new Error(`There is no adapter ${name}.`);
  return adapter;
};
const titled = samples.map((sample) => ({ ...sample, toString: () => `${sample.source}: ${sample.title}` }));
const request = (body: JsonValue, more: Partial<DecodedRequest> = {}): DecodedRequest => ({
  kind: 'json',
  method: 'POST',
  headers: {},
  query: {},
  body,
  notes: [],
  ...more,
});

test('every source but auto has one adapter, and generic is the last', () => {
  const names = sourceAdapters.map(({ name }) => name);
  expect(names.toSorted()).toEqual(sources.filter((name) => name !== 'auto').toSorted());
  expect(names.at(-1)).toBe('generic');
});

test.each(sourceAdapters)('$name has a title, a link to its documentation and samples', (adapter) => {
  expect(adapter.title).toMatch(/^\S.+\S$/);
  expect(new URL(adapter.docs).protocol).toBe('https:');
  const own = samples.filter(({ source }) => source === adapter.name);
  expect(own.length).toBeGreaterThan(adapter.name === 'generic' ? -1 : 0);
});

test.each(titled)('%s is recognised by its own adapter, and by no other but relays', (sample) => {
  const decoded = decodeSample(sample);
  const found = sourceAdapters.filter((adapter) => adapter.recognise(decoded) !== null);
  expect(found[0]?.name).toBe(sample.source);
  expect(found.slice(1).filter(({ name }) => !RELAYS.has(name))).toEqual([]);
  expect(found[0]?.recognise(decoded)).toMatch(/^[A-Z].+\.$/);
});

test.each(titled)('%s is read as what it is', (sample) => {
  const reading = adapterOf(sample.source).read(decodeSample(sample));
  expect(summary(reading)).toEqual(expectedSummary(sample));
  expect(JSON.stringify(reading)).not.toContain(SECRET);
});

test.each(titled)('%s keeps what is added to it, but for what only describes an answer', (sample) => {
  if (sample.expect.type !== 'leads') return;
  const decoded = decodeSample(sample);
  const adapter = adapterOf(sample.source);
  const lost = [...objectsIn(decoded.body, '')].flatMap(([path, object]) => {
    object['added'] = 'kept-1234';
    const kept = JSON.stringify(adapter.read(decoded)).includes('kept-1234');
    delete object['added'];
    return kept ? [] : [path];
  });
  expect(lost.filter((path) => !DESCRIPTION.test(path) && !(decoded.kind === 'xml' && path === ''))).toEqual(
    [],
  );
});

/** Items of answer lists, definitions of forms, histories, and the envelopes of a delivery. */
const DESCRIPTION =
  /\.(?:field_data|user_column_data|changes|paging|answers|versions|customFields|emails|phones|submissions|questions_and_answers|definition|range|Envelope)\b|^\.form\b|^\.(?:properties|fields|meta)(?:\.\w+)?$|^\.data\.fields|\.contact\.name$|^\.meta$/;

describe('whatever a request holds', () => {
  const headers = dictionary(constantFrom('user-agent', 'origin', 'x-open-signature'), string());
  const kinds = constantFrom('json', 'form', 'multipart', 'xml', 'none');

  test.each(sourceAdapters)('$name does not throw', (adapter) => {
    assert(
      property(jsonValue({ maxDepth: 4 }), headers, kinds, (body, given, kind) => {
        expect(outcomes).toContain(use(adapter, request(body as JsonValue, { headers: given, kind })));
      }),
      { numRuns: 100 },
    );
  });

  test.each(titled)('%s does not make its adapter throw when a part of it is something else', (sample) => {
    const decoded = decodeSample(sample);
    const places = placesIn(decoded.body).length;
    assert(
      property(nat(places), jsonValue({ maxDepth: 2 }), (place, value) => {
        const body = structuredClone(decoded.body);
        placesIn(body)[place]?.(value as JsonValue);
        expect(outcomes).toContain(use(adapterOf(sample.source), { ...decoded, body }));
      }),
      { numRuns: 100 },
    );
  });

  test.each(sourceAdapters)('$name reads a hostile number of keys and answers in linear time', (adapter) => {
    const many = Array.from({ length: 10_000 }, (_, i) => i);
    const flat = Object.fromEntries(many.map((i) => [`field:k${i}_field_data_${i}_name`, `${i}`]));
    const answers = many.map(() => ({
      name: 'a',
      label: 'a',
      field: 'a',
      question: 'a',
      value: 'x',
      answer: 'x',
    }));
    const lists = {
      field_data: answers,
      user_column_data: answers,
      submissions: answers,
      data: { fields: answers },
    };
    const started = performance.now();
    use(adapter, request(flat));
    use(adapter, request({ ...lists, entry: [{ changes: answers }], answers, form_response: { answers } }));
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('a question that reads __proto__ is a field like any other', () => {
    const body = { user_column_data: [{ column_id: '__proto__', string_value: 'x' }] };
    const reading = adapterOf('google-ads').read(request(body));
    expect(reading).toMatchObject({ candidates: [{ fields: { '__proto__?': 'x' } }] });
  });
});

const outcomes = ['leads', 'ignored', 'notification'];

function use(adapter: SourceAdapter, given: DecodedRequest): Reading['type'] {
  adapter.recognise(given);
  return adapter.read(given).type;
}

function summary(reading: Reading): unknown {
  if (reading.type === 'ignored') return { type: 'ignored' };
  if (reading.type === 'notification')
    return { type: 'notification', ids: reading.items.map(({ id }) => id) };
  return {
    type: 'leads',
    leads: reading.candidates.map(({ eventId, test: isTest, partial }) => ({
      eventId,
      test: isTest,
      partial,
    })),
  };
}

function expectedSummary({ expect: expected }: Sample): unknown {
  if (expected.type !== 'leads') return expected;
  const leads = expected.leads.map(({ eventId, test: isTest, partial }) => ({
    eventId,
    test: isTest,
    partial,
  }));
  return { type: 'leads', leads };
}

function* objectsIn(value: JsonValue, path: string): Generator<[path: string, object: JsonObject]> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* objectsIn(item, `${path}.${i}`);
  else if (typeof value === 'object' && value !== null) {
    yield [path, value];
    for (const key of Object.keys(value)) yield* objectsIn(value[key] ?? null, `${path}.${key}`);
  }
}

/** A setter for each place in a value, outer ones first. */
function placesIn(value: JsonValue): ((value: JsonValue) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const holder = value as Record<string, JsonValue>;
    const set = (given: JsonValue): void => {
      holder[key] = given;
    };
    return [set, ...placesIn(holder[key] ?? null)];
  });
}

test('a body that is no form and no JSON object is no sender but generic', () => {
  const decoded = decodeRequest({ method: 'POST', headers: {}, query: '', body: Buffer.from('[1, 2]') });
  expect(sourceAdapters.filter((adapter) => adapter.recognise(decoded) !== null)).toEqual([]);
});
