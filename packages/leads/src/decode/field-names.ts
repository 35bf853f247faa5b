import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import { refuseForbiddenKeys } from './forbidden-keys.ts';

export type Pair = [name: string, value: string];

/** `a[b][]`: no blank before or inside the brackets, so that a label such as `Size [cm]` stays whole. */
const BRACKETS = /^[^[\]]*[^[\]\s](?:\[[^[\]\s]*\])+$/;
const INDEX = /^(?:0|[1-9]\d{0,4})$/;

/**
 * The fields of a form. `a[b]=1` becomes `{ a: { b } }`, `a[]=1` and a name that comes twice a list.
 * A name whose place is taken by a value of another kind stays as it is written. Throws `malformed_body`.
 */
export function expandNames(pairs: Pair[]): JsonObject {
  if (pairs.length > limits.jsonNodes) throw tooMany();
  const fields: JsonObject = {};
  for (const [name, value] of pairs) {
    const path = name.includes('[') ? pathOf(name) : undefined;
    if (path === undefined || !setDeep(fields, path, value)) addFlat(fields, name, value);
  }
  return withLists(fields);
}

function pathOf(name: string): string[] | undefined {
  if (!BRACKETS.test(name)) return undefined;
  const path = name.replaceAll(']', '').split('[');
  if (path.length > limits.jsonDepth) throw tooDeep();
  return path;
}

/** Where brackets stand empty, the values are a list; false where another kind of value is in the way. */
function setDeep(fields: JsonObject, path: string[], value: string): boolean {
  let parent: JsonObject = fields;
  for (const [at, key] of path.entries()) {
    refuseKey(key);
    const last = at === path.length - 1;
    if (!last && path[at + 1] === '' && at + 2 === path.length) return pushTo(parent, key, value);
    if (last) return setNew(parent, key, value);
    const next = Object.hasOwn(parent, key) ? parent[key] : (parent[key] = {});
    if (next === undefined || !isJsonObject(next)) return false;
    parent = next;
  }
  return false;
}

function pushTo(parent: JsonObject, key: string, value: string): boolean {
  const list = Object.hasOwn(parent, key) ? parent[key] : (parent[key] = []);
  return Array.isArray(list) && list.push(value) > 0;
}

function setNew(parent: JsonObject, key: string, value: string): boolean {
  if (isJsonObject(parent[key] ?? null)) return false;
  addFlat(parent, key, value);
  return true;
}

function addFlat(fields: JsonObject, name: string, value: string): void {
  refuseKey(name);
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (known === undefined) fields[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else fields[name] = [known, value];
}

function refuseKey(key: string): void {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') refuseForbiddenKeys({ [key]: 0 });
}

/** Objects whose keys count from 0 are lists. Recursion is bounded by the depth limit. */
function withLists(fields: JsonObject): JsonObject {
  for (const key of Object.keys(fields)) fields[key] = listOf(fields[key] ?? null);
  return fields;
}

function listOf(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value);
  const counted = INDEX.test(keys[0] ?? '') && keys.every((key, at) => key === String(at));
  withLists(value);
  return counted ? Object.values(value) : value;
}

function tooMany(): TaskhookError {
  return new TaskhookError('malformed_body', `The body holds more than ${limits.jsonNodes} fields.`);
}

function tooDeep(): TaskhookError {
  return new TaskhookError('malformed_body', `The body is nested deeper than ${limits.jsonDepth} levels.`);
}
