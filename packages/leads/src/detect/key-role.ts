import { aliasRole, essence, sayings, says } from './aliases.ts';
import type { Role } from './spellings.ts';
import { words } from './words.ts';

/** What a label asks for, and how surely. */
export interface Meant {
  role: Role | undefined;
  score: number;
}

const WITH = new Set([
  'with',
  'con',
  'avec',
  'mit',
  'com',
  'incl',
  'including',
  'inclusive',
  'incluso',
  'met',
]);

const nothing: Meant = { role: undefined, score: 0 };

/** What these words ask for; `said` is what each says by itself. */
export function roleOf(all: string[], said: number): Meant {
  if ((said & (says.alias | says.phone | says.email)) === 0 && !asksForNumber(all)) return nothing;
  const role = aliasRole(all);
  if (role !== undefined) return { role, score: all.length <= 2 ? 100 : 96 };
  const cut = all.findIndex((word) => WITH.has(word));
  const before = cut > 0 ? all.slice(0, cut) : undefined;
  const named = before === undefined ? undefined : aliasRole(before);
  if (named !== undefined) return { role: named, score: 90 };
  return (
    contactRole(all, said) ?? (before && contactRole(before, sayings(before))) ?? nameAtEnd(all) ?? nothing
  );
}

const FIRST_AT_END = / (?:first name|fname|firstname)$/;
const LAST_AT_END = / (?:last name|lname|lastname|surname)$/;

/** `mf-listing-fname`: behind a form's own prefix, or another person's; what is plain comes before it. */
function nameAtEnd(all: string[]): Meant | undefined {
  const text = all.join(' ');
  if (FIRST_AT_END.test(text)) return { role: 'first', score: -20 };
  return LAST_AT_END.test(text) ? { role: 'last', score: -20 } : undefined;
}

const NUMBER = new Set(['number', 'numero', 'nummer', 'num']);
const REACH = new Set([
  'reach',
  'call',
  'ring',
  'contact',
  'contattarti',
  'contattarla',
  'chiamarti',
  'chiamarla',
  'richiamarti',
  'richiamarla',
  'llamarte',
  'contactarte',
  'joindre',
  'rappeler',
  'erreichen',
  'ligar',
]);

/** The best number to reach somebody on. */
function asksForNumber(all: string[]): boolean {
  return all.length > 2 && all.some((word) => NUMBER.has(word)) && all.some((word) => REACH.has(word));
}

/** A phone or an e-mail is asked for wherever its word stands, a name only where nothing else is said. */
function contactRole(all: string[], said: number): Meant | undefined {
  const phone = (said & says.phone) !== 0 || asksForNumber(all);
  const email = (said & says.email) !== 0;
  if (phone === email || (said & says.notTheValue) !== 0) return undefined;
  return { role: phone ? 'phone' : 'email', score: Math.max(70 - 2 * all.length, 30) };
}

/** `Name (First)`, as forms with compound fields write it. */
export function partOf(inBrackets: string, whole: Meant): Meant {
  const role = aliasRole(words(inBrackets));
  return role === 'first' || role === 'last' ? { role, score: whole.score } : whole;
}

/** Of nothing but a number: of a phone, if its value is one. Jotform cuts `Numero di telefono` like that. */
export function isBareNumber(all: string[]): boolean {
  return all.length > 0 && essence(all).every((word) => NUMBER.has(word));
}
