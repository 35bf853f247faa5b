import { choiceOf, type Choice } from './choice.ts';
import type { Leaf } from './leaves.ts';

/** Two to four words that begin with a capital. */
const NAME = /^\s*\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*){1,3}\s*$/u;
const LONGEST = 300;

/**
 * Only where no key speaks of a name, and only under keys that say nothing at all: those of the lead,
 * or of something unknown that holds an e-mail address, too.
 */
export function namesByValue(leaves: Leaf[]): Choice[] {
  const blank = leaves.filter(
    ({ meaning, owner }) => meaning.blank && owner !== 'other' && owner !== 'perhaps',
  );
  const addresses = new Set(blank.filter(({ text }) => text.includes('@')).map(({ place }) => place));
  return blank
    .filter((leaf) => leaf.owner === 'lead' || addresses.has(leaf.place))
    .filter((leaf) => leaf.text.length <= LONGEST && NAME.test(leaf.text))
    .map((leaf) => choiceOf(leaf, 'value', 10));
}
