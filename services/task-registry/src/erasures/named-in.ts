import { leafTexts } from '@taskhook/leads';
import type { Person } from './person.ts';

/** Whether a document names the person, in any of its texts or in what JSON texts hold. */
export function isNamedIn(person: Pick<Person, 'isNamedIn'>, value: unknown): boolean {
  return leafTexts(value).some((text) => person.isNamedIn(text) || isNamedInJson(person, text));
}

/** Escapes hide what stands beside them. */
function isNamedInJson(person: Pick<Person, 'isNamedIn'>, text: string): boolean {
  if (!/^[[{"]/.test(text)) return false;
  try {
    return leafTexts(JSON.parse(text)).some(person.isNamedIn);
  } catch {
    return false;
  }
}
