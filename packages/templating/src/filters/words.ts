import { toValue } from 'liquidjs';
import { scalarText } from '../emitter.ts';

/** What a filter on texts reads: nothing for what is no text, number or boolean. */
export function textOf(value: unknown): string {
  const plain: unknown = toValue(value);
  return typeof plain === 'object' ? '' : scalarText(plain);
}

/**
 * A word with a capital at its start and after each hyphen and apostrophe: `Jean-Pierre`, `O'Neill`,
 * `Dell'Acqua`. A word that was written in mixed case stands as it is: `McDonald`.
 */
export function titleWord(word: string): string {
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (INITIALS.test(word)) return upper;
  if (word !== lower && word !== upper && !isCapsLock(word, upper)) return word;
  return lower.replace(PART, (part, offset: number) =>
    isContraction(part, lower[offset - 1]) ? part : capital(part),
  );
}

const INITIALS = /^(?:\p{L}\.)+$/u;
const APOSTROPHES = "'’";
const PART = /[^\s\-‐'’/&]+/gu;

/** `mARIO`: the key was down. */
function isCapsLock(word: string, upper: string): boolean {
  const [first = ''] = word;
  return first !== first.toUpperCase() && word.slice(first.length) === upper.slice(first.length);
}

/** English endings that follow an apostrophe: `it's`, `you'll`. */
const contractions = new Set(['d', 'll', 'm', 're', 's', 't', 've']);

function isContraction(part: string, before: string | undefined): boolean {
  return before !== undefined && APOSTROPHES.includes(before) && contractions.has(part);
}

/** The first letter, unless digits come before it. One letter may become two: the first of them stays large. */
function capital(part: string): string {
  return part.replace(/^([^\p{L}\p{N}]*)(\p{L})/u, (_found, marks: string, letter: string) => {
    const [large = '', ...more] = letter.toUpperCase();
    return marks + large + more.join('').toLowerCase();
  });
}
