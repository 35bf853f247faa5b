import { choiceOf, byScore, type Choice } from './choice.ts';
import type { Leaf } from './leaves.ts';

/** A whole value that can only be an e-mail address. */
const EMAIL = /^\s*(?:mailto:)?[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,190}\.[^\s@<>"(),;:.]{2,60}\s*$/i;
/** Digits with what people put between them, and nothing else. */
const PHONE = /^\s*(?:p:|tel:)?[+(]?[\d\s().\-/]{6,24}\s*$/i;
/** Written so, a number is a phone number wherever it stands. */
const INTERNATIONAL = /^\s*\+\d/;
const LONGEST = 300;

const PERHAPS = 40;
const LEVEL = 3;
const LOOKS_RIGHT = 30;
/** Below this a key that could mean the field, with a value that cannot be one, means something else. */
const LEAST = 60;

export function emailChoices(leaves: Leaf[]): Choice[] {
  return byScore([...byKey(leaves, 'email', EMAIL), ...emailsByValue(leaves)]);
}

/** `isPhone` tells whether a number is one that exists; it is asked of few values. */
export function phoneChoices(leaves: Leaf[], isPhone: (text: string) => boolean): Choice[] {
  const choices = byScore(byKey(leaves, 'phone', PHONE));
  return choices.some(({ text }) => PHONE.test(text))
    ? choices
    : byScore([...choices, ...phonesByValue(leaves, isPhone)]);
}

function byKey(leaves: Leaf[], role: 'email' | 'phone', pattern: RegExp): Choice[] {
  const choices: Choice[] = [];
  for (const leaf of leaves) {
    if (leaf.meaning.role !== role || leaf.owner === 'other') continue;
    const right = leaf.text.length <= LONGEST && pattern.test(leaf.text);
    const score = leaf.meaning.score - distance(leaf) + (right ? LOOKS_RIGHT : 0);
    if (right || score >= LEAST) choices.push(choiceOf(leaf, 'key', score));
  }
  return choices;
}

function distance(leaf: Leaf): number {
  return leaf.depth * LEVEL + (leaf.owner === 'perhaps' ? PERHAPS : 0);
}

function emailsByValue(leaves: Leaf[]): Choice[] {
  return leaves
    .filter((leaf) => leaf.meaning.role !== 'email' && mayBeContact(leaf) && EMAIL.test(leaf.text))
    .map((leaf) => choiceOf(leaf, 'value', 25 - distance(leaf) + (leaf.meaning.blank ? 10 : 0)));
}

/** Numbers that are told apart only by being in use somewhere: of ids and amounts few are. */
const MOST_TRIED = 5;

function phonesByValue(leaves: Leaf[], isPhone: (text: string) => boolean): Choice[] {
  return leaves
    .filter((leaf) => leaf.meaning.role === undefined && (mayBeContact(leaf) || isCaller(leaf)))
    .filter((leaf) => leaf.isText && PHONE.test(leaf.text))
    .filter((leaf) => !leaf.meaning.otherNumber || INTERNATIONAL.test(leaf.text))
    .slice(0, MOST_TRIED)
    .filter((leaf) => isPhone(leaf.text))
    .map((leaf) => choiceOf(leaf, 'value', 20 - distance(leaf) + (leaf.text.includes('+') ? 10 : 0)));
}

/** Who sent a message; of an e-mail that would be the form's own server. */
function isCaller({ meaning, path, text }: Leaf): boolean {
  return meaning.text === 'from' && path.length === 1 && INTERNATIONAL.test(text);
}

function mayBeContact(leaf: Leaf): boolean {
  return leaf.owner !== 'other' && leaf.text.length <= LONGEST;
}
