import type { Consent } from '@taskhook/contracts';
import { words } from './words.ts';

const CONSENT =
  /\b(?:consen\w*|acconsent\w*|privacy|gdpr|opt ?in|tcpa|einwilligung|datenschutz|consentement|consentimiento|consentimento|lgpd|disclaimer)\b/;
const CERTIFICATE = /\btrusted ?form cert\w*|\bjornaya\b/;
const NETWORK = /^(?:(?:client|user|remote|sender|visitor) )?ip(?: address)?$/;
/** What a key is about that speaks of consent and is not the answer itself. */
const aspects: readonly [Exclude<keyof Consent, 'given'>, RegExp][] = [
  ['ip', /\bip\b/],
  ['at', /\b(?:at|time|timestamp|date|data e ora|datum|when)\b/],
  ['url', /\b(?:url|link|page|pagina|policy|href)\b/],
  ['text', /\b(?:text|testo|label|language|statement|disclosure|wording|version)\b/],
];

const LONGEST_TEXT = 4_096;
const DEEPEST = 3;
/** A box whose value is the sentence beside it. */
const SHORTEST_SENTENCE = 12;

/**
 * What fields say of consent by their names, in the languages that forms use; null where none does. Of
 * several answers all have to be yes. Linear in the fields.
 */
export function detectConsent(fields: Readonly<Record<string, unknown>>): Consent | null {
  const found: Consent = { given: null, text: null, at: null, url: null, ip: null };
  let network: string | null = null;
  let seen = false;
  for (const { name, value } of leavesOf(fields, '', DEEPEST)) {
    if (NETWORK.test(name)) network = textOf(value);
    const isCertificate = CERTIFICATE.test(name);
    if (!isCertificate && !CONSENT.test(name)) continue;
    seen = true;
    const aspect = isCertificate ? 'url' : aspects.find(([, about]) => about.test(name))?.[0];
    if (aspect !== undefined) found[aspect] ??= textOf(value);
    else takeAnswer(found, value);
  }
  return seen ? { ...found, ip: found.ip ?? network } : null;
}

function takeAnswer(found: Consent, value: unknown): void {
  const answer = consentAnswer(value);
  if (answer === null) return;
  found.given = found.given === false ? false : answer;
  if (typeof value === 'string' && value.trim().length >= SHORTEST_SENTENCE) found.text ??= textOf(value);
}

const yes =
  /^(?:true|yes|y|si|on|1|ok|x|checked|accept(?:ed|o)?|accett\w*|acconsento|agree[ds]?|i agree|granted|given|subscribed|oui|ja|sim)$/;
const no =
  /^(?:false|no|n|off|0|unchecked|denied|declined|rejected|refused|revoked|rifiut\w*|non|nein|nao|none|null|undefined)$/;

/** Whether a value says yes or no to consent; null for one that says neither. */
export function consentAnswer(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value === 1 ? true : value === 0 ? false : null;
  if (typeof value !== 'string') return null;
  const said = words(value).join(' ');
  if (yes.test(said)) return true;
  if (no.test(said)) return false;
  const isSentence = value.trim().length >= SHORTEST_SENTENCE;
  return isSentence ? !/^(?:no|non|nein|i do not|do not)\b/.test(said) : null;
}

interface NamedValue {
  /** The words of all keys on the way. */
  name: string;
  value: unknown;
}

function* leavesOf(holder: object, above: string, levels: number): Generator<NamedValue> {
  for (const [key, value] of Object.entries(holder)) {
    const name = Array.isArray(holder) ? above : [above, ...words(key)].join(' ').trim();
    if (typeof value !== 'object' || value === null) yield { name, value };
    else if (isBox(value)) yield { name: `${name} box`, value: value.is_checked };
    else if (levels > 0) yield* leavesOf(value, name, levels - 1);
  }
}

/** Meta's custom disclaimers come as `{ checkbox_key, is_checked }`. */
function isBox(value: object): value is { is_checked: unknown } {
  return 'checkbox_key' in value && 'is_checked' in value;
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return text === '' ? null : text.slice(0, LONGEST_TEXT);
}
