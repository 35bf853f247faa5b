import { choiceOf, byScore, joined, type Choice } from './choice.ts';
import type { Leaf } from './leaves.ts';

const LEVEL = 3;
const PERHAPS = 40;
/** A `name` inside something unknown is taken only where there is no other. */
const IN_UNKNOWN = 85;
/** A `name` beside a phone or an e-mail is that of a person. */
const BESIDE_CONTACT = 50;
const LETTER = /\p{L}/u;
/** Two to four words that begin with a capital. */
const NAME = /^\s*\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*){1,3}\s*$/u;
const LONGEST = 300;

/**
 * The names that the leaves may give, the best first: a whole one that is sure, first and last name,
 * a `name` that may be either, one part alone, and last what only looks like a name.
 */
export function nameChoices(leaves: Leaf[]): Choice[] {
  const choices: Choice[] = [];
  const parts: Parts = { first: [], last: [], whole: [], particle: [], second: [] };
  for (const leaf of leaves) {
    const { role } = leaf.meaning;
    if (leaf.owner === 'other' || !isNameLike(leaf.text)) continue;
    if (role === 'full') choices.push(choiceOf(leaf, 'key', 300 + scoreOf(leaf)));
    else if (role !== undefined && role !== 'phone' && role !== 'email') parts[role].push(leaf);
  }
  choices.push(...ofParts(parts, contactPlaces(leaves)));
  if (choices.length === 0) choices.push(...besideContact(leaves));
  return byScore(choices.length > 0 ? choices : byValue(leaves));
}

type Parts = Record<'first' | 'last' | 'whole' | 'particle' | 'second', Leaf[]>;

function isNameLike(text: string): boolean {
  return text.length <= LONGEST * 2 && LETTER.test(text) && !text.includes('@') && !text.includes('://');
}

function scoreOf(leaf: Leaf): number {
  const doubt = leaf.owner === 'perhaps' ? PERHAPS : 0;
  return leaf.meaning.score - leaf.depth * LEVEL - doubt;
}

function contactPlaces(leaves: Leaf[]): ReadonlySet<string> {
  const contacts = leaves.filter(
    (leaf) => isContact(leaf) && (leaf.owner === 'lead' || leaf.owner === 'unknown'),
  );
  return new Set(contacts.map(placeOf));
}

function placeOf({ path }: Leaf): string {
  return path.length === 1 ? '' : path.slice(0, -1).join('\0');
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
  return leaf === undefined ? undefined : best(leaves.filter((other) => isBeside(leaf, other)));
}

function isBeside(a: Leaf, b: Leaf): boolean {
  return a.path.length === b.path.length && a.path.slice(0, -1).every((key, at) => key === b.path[at]);
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
  const score = scoreOf(leaf) + (contacts.has(placeOf(leaf)) ? BESIDE_CONTACT : 0);
  return leaf.owner === 'unknown' ? score - IN_UNKNOWN : 100 + score;
}

/** `tenant_name` beside `tenant_email` or `tenant_phone`: whoever has an address is a person, or a company. */
function besideContact(leaves: Leaf[]): Choice[] {
  const contacts = new Set(leaves.filter(isContact).map((leaf) => `${placeOf(leaf)} ${firstWord(leaf)}`));
  return leaves
    .filter(({ owner, meaning, text }) => owner !== 'other' && NAME_OF.test(meaning.text) && isNameLike(text))
    .filter((leaf) => contacts.has(`${placeOf(leaf)} ${firstWord(leaf)}`) && !COMPANY.test(firstWord(leaf)))
    .map((leaf) => choiceOf(leaf, 'key', 20));
}

const NAME_OF = /^\S+ (?:name|nome|nombre|nom)$/;
const COMPANY =
  /^(?:company|business|organi[sz]ation|azienda|ditta|empresa|entreprise|societe|firma|event|office)$/;

function isContact({ meaning: { role } }: Leaf): boolean {
  return role === 'email' || role === 'phone';
}

function firstWord({ meaning }: Leaf): string {
  const end = meaning.text.indexOf(' ');
  return end === -1 ? meaning.text : meaning.text.slice(0, end);
}

/**
 * Only where no key speaks of a name, and only under keys that say nothing at all: those of the lead,
 * or of something unknown that holds an e-mail address, too.
 */
function byValue(leaves: Leaf[]): Choice[] {
  const blank = leaves.filter(
    ({ meaning, owner }) => meaning.blank && owner !== 'other' && owner !== 'perhaps',
  );
  const addresses = new Set(blank.filter(({ text }) => text.includes('@')).map(placeOf));
  return blank
    .filter((leaf) => leaf.owner === 'lead' || addresses.has(placeOf(leaf)))
    .filter((leaf) => leaf.text.length <= LONGEST && NAME.test(leaf.text))
    .map((leaf) => choiceOf(leaf, 'value', 10));
}
