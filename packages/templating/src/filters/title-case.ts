import { allowanceOf } from '../allowance.ts';
import type { FilterHandler } from './guard.ts';
import { textOf, titleWord } from './words.ts';

/** Words that stay small inside a name or a title. */
const small = new Set(
  `a al alla and at d da dal dalla das de degli dei del della delle dello den der des di do dos du e ed ein et
   for in la las le los nel nella of on per por the to und van von with y zu zum zur`.split(/\s+/),
);

/** `MARIO DE ROSSI` and `mario de rossi` become `Mario de Rossi`; words in mixed case stand as they are. */
export const titleCase: FilterHandler = function titleCase(value) {
  const text = textOf(value);
  allowanceOf(this.context).spend(text.length * UNITS_PER_CHARACTER);
  let isFirst = true;
  return text.replace(WORD, (word) => {
    const titled = !isFirst && isSmall(word) ? word.toLowerCase() : titleWord(word);
    isFirst = false;
    return titled;
  });
};

const WORD = /\S+/gu;
const UNITS_PER_CHARACTER = 2;

/** `De` in a text that tells capitals from small letters is somebody's own spelling. */
function isSmall(word: string): boolean {
  const lower = word.toLowerCase();
  return small.has(lower) && (word === lower || word === word.toUpperCase());
}
