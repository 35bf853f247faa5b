import { normaliseEmail } from '../normalise/email.ts';
import { phoneSpellings } from './phone-spellings.ts';

/** Whom a text may name. Both in the form in which leads have them. */
export interface PersonAddresses {
  /** E.164. */
  phone: string | null;
  /** Lower-case. */
  email: string | null;
}

/** Longer than any number with its prefixes. */
const LONGEST_DIGITS = 20;
/** Digits, and what people write between the groups of a number. */
const GROUPS = /\d+/g;
const BETWEEN = /^[\s().\-/+·–_]{1,4}$/;

/**
 * A function that tells whether a text names the person: by the e-mail in any case, or by the phone
 * number in any national or international spelling. Without an address nobody is named.
 */
export function personMatcher({ phone, email }: PersonAddresses): (text: string) => boolean {
  const spellings = phone === null ? undefined : phoneSpellings(phone);
  return (text) => {
    const plain = text.normalize('NFKC');
    return (
      (email !== null && namesEmail(plain, email)) || (spellings !== undefined && hasAny(plain, spellings))
    );
  };
}

/** What stands beside the address in the text belongs to no longer one: `xmario@example.com` is another. */
function namesEmail(text: string, email: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(email); at !== -1; at = lower.indexOf(email, at + 1)) {
    if (!LOCAL.test(lower.charAt(at - 1)) && !DOMAIN.test(lower.slice(at + email.length))) return true;
  }
  return BEYOND_ASCII.test(lower) && wordsOf(lower).some((word) => normaliseEmail(word).value === email);
}

const LOCAL = /^[\p{L}\p{N}._+-]$/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]|\.[\p{L}\p{N}])/u;
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** Candidates for an address with a domain beyond ASCII, which leads have in its ASCII form. */
function wordsOf(text: string): string[] {
  return text.split(/[\s"'<>,;()[\]]+/).filter((word) => word.includes('@'));
}

/** Groups of digits that stand together are tried as one number, from each group on. */
function hasAny(text: string, spellings: ReadonlySet<string>): boolean {
  const groups = [...text.matchAll(GROUPS)];
  for (let first = 0; first < groups.length; first += 1) {
    let number = '';
    for (let i = first; i < groups.length; i += 1) {
      const group = groups[i];
      if (group === undefined || (i > first && !areBeside(text, groups[i - 1], group))) break;
      number += group[0];
      if (number.length > LONGEST_DIGITS) break;
      if (spellings.has(number)) return true;
    }
  }
  return false;
}

function areBeside(text: string, before: RegExpExecArray | undefined, after: RegExpExecArray): boolean {
  return before !== undefined && BETWEEN.test(text.slice(before.index + before[0].length, after.index));
}
