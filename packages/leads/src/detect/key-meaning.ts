import { holderPhrases, holders, sayings, says, things } from './aliases.ts';
import { isBareNumber, partOf, roleOf } from './key-role.ts';
import type { Role } from './spellings.ts';
import { words } from './words.ts';

/** What a key says about its value, without a look at the value. */
export interface KeyMeaning {
  /** The last part of the key: `lead__contact__email` is `email` inside a holder. */
  role: Role | undefined;
  /** How surely the key means its role, up to 100. */
  score: number;
  /** The key's words, joined with blanks. */
  text: string;
  /** Of `value`, `0` and the like: the key of what they stand in is the one that counts. */
  transparent: boolean;
  /** Whose the value is: `other` for what is certainly not the lead's. */
  owner: 'lead' | 'other' | 'perhaps' | 'unknown';
  /** Whether the value may look like a phone number without being one. */
  otherNumber: boolean;
  /** Whether the key says nothing, as `field_a1b2c3` and `7` do. */
  blank: boolean;
}

const MOST_KEYS = 4_000;
const LONGEST_KEPT = 200;
const known = new Map<string, KeyMeaning>();

/** Kept for each key, since a sender sends the same ones each time; forgotten all at once when there are many. */
export function keyMeaning(key: string): KeyMeaning {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const meaning = readKey(key);
  if (key.length > LONGEST_KEPT) return meaning;
  if (known.size >= MOST_KEYS) known.clear();
  known.set(key, meaning);
  return meaning;
}

function holderOf(all: string[]): KeyMeaning['owner'] {
  return ownerOf(all, all.join(' '), sayings(all), true);
}

/** How flat keys write a path: Zapier's double underscore, dots, and the signs that forms put between sections. */
const PATH = /__|\.(?=\p{L})| [»>/] /u;
const PREFIX = /^no label /i;
const PLACEHOLDER = /\{\{[^{}]{0,200}\}\}/g;

function readKey(key: string): KeyMeaning {
  const plain = key.replace(PREFIX, '').replace(PLACEHOLDER, ' ');
  const parts = plain.length <= LONGEST_KEPT ? plain.split(PATH).filter((part) => part !== '') : [plain];
  const last = parts.at(-1) ?? '';
  const meaning = readPart(last);
  for (const part of parts.slice(0, -1)) {
    const holder = holderOf(words(part));
    if (holder === 'other') meaning.owner = 'other';
    else if (meaning.owner === 'unknown') meaning.owner = holder;
  }
  if (meaning.role === 'whole' && parts.length > 1 && meaning.owner !== 'lead') meaning.score = 15;
  return meaning;
}

const TRANSPARENT =
  /^(?:\d{1,4}|value|values|string value|text|answer|answers|raw value|content|plain text|full|default|primary|data value|number)$/;
/** How forms number what nobody named, and the ids they make. */
const NUMBERED = /^(?:(?:q|f|el|field|input|text|item|entry)?\d{1,6}|r?(?=[a-f]*\d)[0-9a-f]{1,40})$/;
const UNNAMED = new Set(['field', 'input', 'text', 'q', 'question', 'item', 'entry', 'element']);

function readPart(part: string): KeyMeaning {
  const bracket = part.indexOf('(');
  const all = words(part);
  const before = bracket > 0 ? words(part.slice(0, bracket)) : all;
  const text = all.join(' ');
  const said = sayings(all);
  const whole = roleOf(before.length > 0 ? before : all, said);
  const { role, score } = whole.role === 'whole' && bracket > 0 ? partOf(part.slice(bracket), whole) : whole;
  return {
    role,
    score,
    text,
    transparent: TRANSPARENT.test(text),
    owner: ownerOf(all, text, said, role === undefined),
    otherNumber: (said & says.otherNumber) !== 0 && !isBareNumber(all) && !isBlank(all),
    blank: isBlank(all),
  };
}

function isBlank(all: string[]): boolean {
  if (all[0] === 'form' && all[1] === 'field') return all.length === 3 && /\d/.test(all[2] ?? '');
  return (
    all.every((word) => UNNAMED.has(word) || NUMBERED.test(word)) && all.some((word) => NUMBERED.test(word))
  );
}

/** From so many words on a label is a sentence, which may speak of anything besides what it asks for. */
const SENTENCE = 5;

const FORM_WORDS = new Set(['form', 'forms', 'contact', 'lead']);

/** `contactForm_email` and `form_field_5` are fields of a form, `form` and `form_name` are of the form itself. */
function isFormField(all: string[], alone: boolean): boolean {
  const rest = all.filter((word) => !FORM_WORDS.has(word));
  if (rest.length === all.length || rest.length === 0) return false;
  return alone ? isBlank(rest) : (sayings(rest) & says.others) === 0;
}

/** `alone` is false where the words name a field of the lead, which they may say by the word of a holder. */
function ownerOf(all: string[], text: string, said: number, alone: boolean): KeyMeaning['owner'] {
  if (alone && (holders.has(text) || holderPhrases.has(text))) return 'lead';
  if (alone && things.has(text)) return 'other';
  if ((said & says.others) !== 0 && !isFormField(all, alone))
    return all.length > SENTENCE ? 'perhaps' : 'other';
  if ((said & says.perhapsOthers) !== 0) return 'perhaps';
  return alone && holders.has(all.at(-1) ?? '') ? 'lead' : 'unknown';
}
