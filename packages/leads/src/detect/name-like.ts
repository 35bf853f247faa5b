import type { Leaf } from './leaves.ts';

const LONGEST = 600;
const LETTER = /\p{L}/u;

/** Whether a text under a key that speaks of a name can be one. */
export function isNameLike(text: string): boolean {
  return text.length <= LONGEST && LETTER.test(text) && !text.includes('@') && !text.includes('://');
}

/** Whether the key speaks of a phone number or an e-mail address. */
export function isContact({ meaning: { role } }: Leaf): boolean {
  return role === 'email' || role === 'phone';
}
