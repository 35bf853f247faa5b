import { nameless } from './aliases.ts';
import { choiceOf, byScore, joined, type Choice } from './choice.ts';
import { keyMeaning } from './key-meaning.ts';
import type { Leaf } from './leaves.ts';
import { namesBesideContacts } from './name-beside-contact.ts';
import { namesByValue } from './name-by-value.ts';
import { isContact, isNameLike } from './name-like.ts';

const LEVEL = 3;
const PERHAPS = 40;
/** A `name` inside something unknown is taken only where there is no other. */
const IN_UNKNOWN = 85;
/** A `name` beside a phone or an e-mail is that of a person. */
const BESIDE_CONTACT = 50;
const INDEX = /^\d+$/;

/**
 * The names that the leaves may give, the best first: a whole one that is sure, first and last name,
 * a `name` that may be either, one part alone, and last what only looks like a name.
 */
export function nameChoices(leaves: Leaf[]): Choice[] {
  const choices: Choice[] = [];
  const contacts = contactPlaces(leaves);
  const parts: Parts = { first: [], last: [], whole: [], particle: [], second: [] };
  for (const leaf of leaves) {
    const { role } = leaf.meaning;
    if (leaf.owner === 'other' || !isNameLike(leaf.text) || isOfThing(leaf, contacts)) continue;
    if (role === 'full') choices.push(choiceOf(leaf, 'key', 300 + scoreOf(leaf)));
    else if (role !== undefined && role !== 'phone' && role !== 'email') parts[role].push(leaf);
  }
  choices.push(...ofParts(parts, contacts));
  if (choices.length === 0) choices.push(...namesBesideContacts(leaves));
  return byScore(choices.length > 0 ? choices : namesByValue(leaves));
}

type Parts = Record<'first' | 'last' | 'whole' | 'particle' | 'second', Leaf[]>;

function isOfThing({ path, place, meaning: { role } }: Leaf, contacts: ReadonlySet<string>): boolean {
  if (role !== 'whole' || path.length < 2 || contacts.has(place)) return false;
  const holder = path.findLast((key, at) => at < path.length - 1 && !INDEX.test(key));
  return nameless.has(keyMeaning(holder ?? '').text);
}

function scoreOf(leaf: Leaf): number {
  const doubt = leaf.owner === 'perhaps' ? PERHAPS : 0;
  return leaf.meaning.score - leaf.depth * LEVEL - doubt;
}

function contactPlaces(leaves: Leaf[]): ReadonlySet<string> {
  const contacts = leaves.filter((leaf) => isContact(leaf) && leaf.owner !== 'other');
  return new Set(contacts.map(({ place }) => place));
}

function ofParts(parts: Parts, contacts: ReadonlySet<string>): Choice[] {
  const choices: Choice[] = [];
  const first = best(parts.first);
  const last = beside(first, parts.last) ?? best(ofSameOwner(first, parts.last));
  if (first !== undefined && last !== undefined)
    choices.push(joined([first, ...wholeLast(last, parts)], 200 + scoreOf(first)));
  else if (first !== undefined) choices.push(withFirst(first, parts));
  else if (last !== undefined) choices.push(withLast(last, parts));
  for (const leaf of parts.whole) choices.push(choiceOf(leaf, 'key', wholeScore(leaf, contacts)));
  return choices;
}

/** A last name with what stands before it and after it in fields of their own (`de` Vries, Pérez `Gómez`). */
function wholeLast(last: Leaf, { particle, second }: Parts): Leaf[] {
  return [beside(last, particle), last, beside(last, second)].filter((leaf) => leaf !== undefined);
}

function best(leaves: Leaf[]): Leaf | undefined {
  return leaves.length < 2 ? leaves[0] : leaves.toSorted((a, b) => scoreOf(b) - scoreOf(a))[0];
}

/** A last name of somebody else would make a person that does not exist. */
function ofSameOwner(first: Leaf | undefined, last: Leaf[]): Leaf[] {
  return first === undefined ? last : last.filter((leaf) => leaf.owner === first.owner);
}

/** The best of those that stand in the same place as the leaf. */
function beside(leaf: Leaf | undefined, leaves: Leaf[]): Leaf | undefined {
  return leaf === undefined ? undefined : best(leaves.filter(({ place }) => place === leaf.place));
}

/** In these languages the plain word for a name is the last name where the first has its own. */
const lastBesideFirst = new Map([
  ['vorname', 'name'],
  ['rufname', 'name'],
  ['prenom', 'nom'],
  ['prenoms', 'nom'],
  ['voornaam', 'naam'],
  ['roepnaam', 'naam'],
  ['prenume', 'nume'],
]);
const plainWords = new Set(lastBesideFirst.values());

function withFirst(first: Leaf, parts: Parts): Choice {
  const wholes = parts.whole;
  const word = lastBesideFirst.get(wordOf(first));
  const last = wholes.find(
    (leaf) => word !== undefined && wordOf(leaf) === word && !includesName(leaf, first),
  );
  if (last !== undefined) return joined([first, ...wholeLast(last, parts)], 200 + scoreOf(first));
  const whole = wholes.find((leaf) => includesName(leaf, first) && leaf.text.trim() !== first.text.trim());
  if (whole !== undefined) return choiceOf(whole, 'key', 150 + scoreOf(whole));
  return choiceOf(first, 'key', 110 + scoreOf(first));
}

/** Beside a last name, the plain word for a name is the first name, unless its value is the whole of both. */
function withLast(last: Leaf, parts: Parts): Choice {
  const whole = beside(last, parts.whole);
  if (whole === undefined) return choiceOf(last, 'key', parts.whole.length > 0 ? 0 : 110 + scoreOf(last));
  if (includesName(whole, last)) return choiceOf(whole, 'key', 150 + scoreOf(whole));
  return joined([whole, ...wholeLast(last, parts)], 200 + scoreOf(last));
}

function wordOf(leaf: Leaf): string {
  const words = leaf.meaning.text.split(' ');
  return words.find((word) => lastBesideFirst.has(word) || plainWords.has(word)) ?? leaf.meaning.text;
}

function includesName(whole: Leaf, part: Leaf): boolean {
  return whole.text.toLowerCase().includes(part.text.trim().toLowerCase());
}

function wholeScore(leaf: Leaf, contacts: ReadonlySet<string>): number {
  const bonus = leaf.owner === 'perhaps' ? BESIDE_CONTACT / 2 : BESIDE_CONTACT;
  const score = scoreOf(leaf) + (contacts.has(leaf.place) ? bonus : 0);
  return leaf.owner === 'unknown' ? score - IN_UNKNOWN : 100 + score;
}
