import { limits } from '@taskhook/contracts';
import { allowanceOf } from '../allowance.ts';
import type { FilterHandler } from './guard.ts';
import { textOf, titleWord } from './words.ts';

/** The filter `first_name`, whose work is bounded by the length of a name. */
export const firstName: FilterHandler = function firstName(value) {
  const text = textOf(value).slice(0, limits.nameLength);
  allowanceOf(this.context).spend(text.length);
  return firstNameOf(text);
};

/**
 * The name to greet with, out of a full name: `Dott. Mario Rossi`, `Rossi, Mario` and `MARIO ROSSI` give
 * `Mario`, `De Luca Maria` gives `Maria`. Where nothing but a family name is there, all of it:
 * `Sig.ra Rossi`.
 */
export function firstNameOf(text: string): string {
  const words = beforeFamilyName(text).split(/\s+/u).filter(Boolean);
  const names = words.filter((word) => !titles.has(bare(word)));
  const isFamilyName = names.length === 0 || (names.length === 1 && words[0] !== names[0]);
  return isFamilyName ? words.map(titleWord).join(' ') : pick(names);
}

/** Compared without dots and without case; those that are given names too (Don, Ing) are not here. */
const titles = new Set(
  `arch avv cav doc docteur doctor dott dottor dottore dottoressa dottssa dr dra egr frau gentma gentile gentmo
   geom herr ingegner jr madame mademoiselle maestro master mgr miss mister mlle mme monsieur mr mrs ms mx
   phd prof professor professore professoressa profssa rag rev sen señor señora señorita sig signor signora
   signore signorina sigra sigrina sir sr sra srta`.split(/\s+/),
);

/** Words with which a family name begins. */
const particles = new Set(
  `da dal dalla das de degli dei del della delle dello den der des di do dos du la le lo ten ter van von`.split(
    ' ',
  ),
);

function bare(word: string): string {
  return word.replaceAll('.', '').toLowerCase();
}

/** `Rossi, Mario` has the family name in front; `Mario Rossi, PhD` has a title at its end. */
function beforeFamilyName(text: string): string {
  const comma = text.indexOf(',');
  if (comma === -1) return text;
  const after = text.slice(comma + 1).replaceAll(',', ' ');
  const isName = after.split(/\s+/u).some((word) => word !== '' && !titles.has(bare(word)));
  return isName ? after : text.slice(0, comma);
}

/** A family name in front begins with a particle, and the given name follows it at the end. */
function pick(names: string[]): string {
  const [first = ''] = names;
  if (!particles.has(first.toLowerCase())) return titleWord(first);
  if (names.length === 2) return names.map(titleWord).join(' ');
  return titleWord(names.at(-1) ?? first);
}
