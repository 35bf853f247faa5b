import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import { answerOf, type Answer } from './answer-lists.ts';
import { indexedLabels } from './indexed-keys.ts';
import { keyMeaning, type KeyMeaning } from './key-meaning.ts';

/** A value of a lead with what the way to it says about it. */
export interface Leaf {
  /** The keys and indexes that lead to it. */
  path: string[];
  /** The key or label that names it. */
  label: string;
  text: string;
  meaning: KeyMeaning;
  /** Whether it stands in something that belongs to somebody else, or perhaps does. */
  owner: KeyMeaning['owner'];
  /** What it stands in, with what belongs to it: of `{ emails: [{ value }] }` the place of `emails`. */
  place: string;
  /** How many levels down, holders and lists of one not counted. */
  depth: number;
  /** Whether the sender wrote it as text. */
  isText: boolean;
}

/** So many values are looked at, level by level; no lead has more that matter. */
const MOST_LEAVES = 600;

interface Place {
  value: JsonObject | JsonValue[];
  path: string[];
  /** The label and meaning that transparent keys inside take over. */
  label: string;
  meaning: KeyMeaning | undefined;
  owner: KeyMeaning['owner'];
  depth: number;
  /** The place of its values, and that of what it stands in. */
  here: string;
  outer: string;
}

/** The filled scalar values of a lead's fields, the outer ones first; `skip` are top-level keys. */
export function leavesOf(fields: JsonObject, skip: ReadonlySet<string>): Leaf[] {
  const leaves: Leaf[] = [];
  const queue: Place[] = [
    { value: fields, path: [], label: '', meaning: undefined, owner: 'lead', depth: 0, here: '', outer: '' },
  ];
  for (const place of queue) {
    if (leaves.length >= MOST_LEAVES) break;
    if (Array.isArray(place.value)) visitList(place, place.value, leaves, queue);
    else
      visitObject(
        place,
        place.value,
        leaves,
        queue,
        place.depth === 0 && place.path.length === 0 ? skip : none,
      );
  }
  return leaves;
}

const none: ReadonlySet<string> = new Set();

function visitObject(
  place: Place,
  object: JsonObject,
  leaves: Leaf[],
  queue: Place[],
  skip: ReadonlySet<string>,
): void {
  const keys = Object.keys(object);
  const labels = indexedLabels(object, keys);
  for (const key of keys) {
    if (leaves.length >= MOST_LEAVES || queue.length >= MOST_LEAVES) return;
    const label = labels?.get(key) ?? key;
    if (skip.has(key) || label === '') continue;
    const value = object[key] ?? null;
    const named = keyMeaning(label);
    const mayAnswer = named.role === undefined && named.owner !== 'other';
    const answer = mayAnswer && isJsonObject(value) ? answerOf(value) : undefined;
    if (answer === undefined) visit(place, key, label, value, leaves, queue);
    else visitAnswer(place, key, answer, leaves, queue);
  }
}

function visitList(place: Place, list: JsonValue[], leaves: Leaf[], queue: Place[]): void {
  for (const [index, item] of list.entries()) {
    if (leaves.length >= MOST_LEAVES || queue.length >= MOST_LEAVES) return;
    const key = String(index);
    const answer = isJsonObject(item) ? answerOf(item) : undefined;
    if (answer === undefined) visit(place, key, key, item, leaves, queue);
    else visitAnswer(place, key, answer, leaves, queue);
  }
}

/** A label such as `work` says less than what the answers stand in, such as `phones`. */
function visitAnswer(place: Place, key: string, answer: Answer, leaves: Leaf[], queue: Place[]): void {
  const inside = { ...place, path: [...place.path, key] };
  const says = keyMeaning(answer.label).role !== undefined || place.meaning?.role === undefined;
  visit(inside, answer.key, says ? answer.label : 'value', answer.value, leaves, queue);
}

function visit(
  place: Place,
  key: string,
  label: string,
  value: JsonValue,
  leaves: Leaf[],
  queue: Place[],
): void {
  if (value === null || value === '' || typeof value === 'boolean') return;
  const own = keyMeaning(label);
  const through =
    (own.transparent || isTyped(place, key, own)) &&
    place.meaning !== undefined &&
    place.label !== '' &&
    !isNumberedAnswer(place, own, value);
  const meaning = through ? (place.meaning ?? own) : own;
  const shown = through ? place.label : label;
  const owner = inherited(place.owner, meaning.owner);
  const path = place.path.length === 0 ? [key] : [...place.path, key];
  if (typeof value === 'object') {
    const depth = place.depth + (through || meaning.owner === 'lead' ? 0 : 1);
    const outer = through ? place.outer : place.here;
    const here = path.join('\0');
    queue.push({
      value,
      path,
      label: shown,
      meaning,
      owner: holderOwner(owner, meaning),
      depth,
      here,
      outer,
    });
    return;
  }
  const text = String(value);
  const says = meaning.role !== undefined && meaning.role === place.meaning?.role;
  if (text.trim() !== '') {
    leaves.push({
      path,
      label: shown,
      text,
      meaning,
      owner,
      place: through || says ? place.outer : place.here,
      depth: place.depth,
      isText: typeof value === 'string',
    });
  }
}

/** `{ type: 'email', email: … }` holds its value under the word of its type, which says less than its own key. */
function isTyped({ value }: Place, key: string, own: KeyMeaning): boolean {
  return !Array.isArray(value) && value['type'] === key && own.owner !== 'other';
}

/** Forms that number their fields put them into an object whose key says nothing of them (`metas`). */
function isNumberedAnswer({ value: holder, meaning }: Place, own: KeyMeaning, value: JsonValue): boolean {
  const saysNothing = meaning?.role === undefined && meaning?.otherNumber !== true;
  return own.blank && saysNothing && typeof value !== 'object' && !Array.isArray(holder);
}

/** What belongs to somebody else does so all the way down. */
function inherited(outer: KeyMeaning['owner'], inner: KeyMeaning['owner']): KeyMeaning['owner'] {
  if (outer === 'other' || inner === 'other') return 'other';
  if (outer === 'perhaps' || inner === 'perhaps') return 'perhaps';
  return outer;
}

/** Inside something unknown a `name` may be that of anything. */
function holderOwner(owner: KeyMeaning['owner'], meaning: KeyMeaning): KeyMeaning['owner'] {
  if (owner === 'other' || owner === 'perhaps') return owner;
  return meaning.owner === 'lead' || meaning.role !== undefined ? 'lead' : 'unknown';
}
