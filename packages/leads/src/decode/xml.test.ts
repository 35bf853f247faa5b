import { expect, test } from 'vitest';
import { limits } from '@taskhook/contracts';
import { decodeXml } from './xml.ts';

test.each([
  ['<lead><nome>Anna</nome><n>1</n></lead>', { lead: { nome: 'Anna', n: '1' } }],
  ['<a><b>1</b><b>2</b><b/></a>', { a: { b: ['1', '2', ''] } }],
  [
    '<s:a xmlns:s="urn:x" xmlns="urn:y"><s:b s:type="t">1</s:b></s:a>',
    { a: { b: { '@type': 't', '#text': '1' } } },
  ],
  ['<a xmlns:xsi="urn:i"><b xsi:nil="true"/></a>', { a: { b: null } }],
  ['<a>Tizio &amp; Caio &#232; <![CDATA[<b>&amp;]]></a>', { a: 'Tizio & Caio è <b>&amp;' }],
  ['<?xml version="1.0" encoding="UTF-8"?><!-- c --><a>\r\n  <b> x </b>\r\n</a>', { a: { b: ' x ' } }],
])('%s', (text, value) => expect(decodeXml(text)).toEqual(value));

test.each([
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
  '<!doctype html><html></html>',
])('a document type is refused: %s', (text) =>
  expect(() => decodeXml(text)).toThrow(expect.objectContaining({ code: 'malformed_body' })),
);

test.each(['<a>', '<a></b>', '<a>&unknown;</a>', '<a/><b/>', '<a b=1/>', '<'])('%s is malformed', (text) =>
  expect(() => decodeXml(text)).toThrow(expect.objectContaining({ code: 'malformed_body' })),
);

test('the message says where the mistake is and quotes nothing', () => {
  const refused = () => decodeXml('<a>\n<Segreto>\n</a>');
  expect(refused).toThrow('line 3');
  expect(refused).not.toThrow('Segreto');
});

test('elements named like parts of a prototype are refused', () => {
  expect(() => decodeXml('<a><__proto__><x>1</x></__proto__></a>')).toThrow('not allowed');
  expect({}).not.toHaveProperty('x');
});

test('depth and number of elements are limited', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  expect(decodeXml(nested(limits.jsonDepth))).toHaveProperty('a');
  expect(() => decodeXml(nested(limits.jsonDepth + 1))).toThrow('deeper than 32 levels');
  expect(() => decodeXml(`<r>${'<a/>'.repeat(limits.jsonNodes)}</r>`)).toThrow('more than 20000 elements');
});
