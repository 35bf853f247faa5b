import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { SaxesParser, type SaxesAttributePlain, type SaxesTagPlain } from 'saxes';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { refuseForbiddenKeys } from './forbidden-keys.ts';

/** The text of an element that has attributes or elements too. */
const TEXT = '#text';
/** What stands before an attribute's name. */
const ATTRIBUTE = '@';

/**
 * An XML document as `{ root: value }`. An element is its text, or an object of its elements, its
 * attributes (`@name`) and its text (`#text`); one that comes more than once is a list; `xsi:nil` is
 * null. Namespaces are dropped. A document type is refused, so there are no entities to expand.
 * Throws `malformed_body`: the message says where and never quotes the body.
 */
export function decodeXml(text: string): JsonObject {
  if (/<!DOCTYPE/i.test(text)) throw malformed('it has a document type, which is not allowed');
  const root: JsonObject = {};
  const open: Element[] = [{ name: '', value: root, text: '' }];
  parse(text.replaceAll('\r\n', '\n'), open);
  return root;
}

interface Element {
  name: string;
  value: JsonObject;
  text: string;
}

function parse(text: string, open: Element[]): void {
  const parser = new SaxesParser();
  let nodes = 0;
  const count = (): void => {
    if (++nodes > limits.jsonNodes) throw tooMany();
  };
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.on('error', () => {
    throw malformed(`a mistake at line ${parser.line}, column ${parser.column}`);
  });
  parser.on('attribute', count);
  parser.on('opentag', (tag) => {
    count();
    if (open.length > limits.jsonDepth) throw tooDeep();
    open.push({ name: localName(tag.name), value: attributes(tag), text: '' });
  });
  parser.on('text', addText);
  parser.on('cdata', (part) => {
    count();
    addText(part);
  });
  parser.on('closetag', () => closeElement(open));
  parser.write(text).close();
}

function attributes(tag: SaxesTagPlain): JsonObject {
  const value: JsonObject = {};
  for (const [name, text] of Object.entries(tag.attributes as Record<string, SaxesAttributePlain['value']>)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) value[ATTRIBUTE + localName(name)] = text;
  }
  return value;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function closeElement(open: Element[]): void {
  const element = open.pop();
  const parent = open.at(-1)?.value;
  if (element === undefined || parent === undefined) return;
  const { name } = element;
  const value = valueOf(element);
  if (name === '__proto__' || name === 'constructor' || name === 'prototype')
    refuseForbiddenKeys({ [name]: 0 });
  const known = Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (known === undefined) parent[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else parent[name] = [known, value];
}

function valueOf({ value, text }: Element): JsonValue {
  const keys = Object.keys(value);
  if (keys.length === 0) return text;
  if (value['@nil'] === 'true' && keys.length === 1) return null;
  const shown = text.trim();
  if (shown !== '') value[TEXT] = shown;
  return value;
}

function malformed(reason: string): TaskhookError {
  return new TaskhookError('malformed_body', `The body is not XML that can be read: ${reason}.`);
}

function tooDeep(): TaskhookError {
  return new TaskhookError('malformed_body', `The body is nested deeper than ${limits.jsonDepth} levels.`);
}

function tooMany(): TaskhookError {
  return new TaskhookError(
    'malformed_body',
    `The body holds more than ${limits.jsonNodes} elements and attributes.`,
  );
}
