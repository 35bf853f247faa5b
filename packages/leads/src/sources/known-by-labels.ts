import { keyMeaning } from '../detect/key-meaning.ts';
import type { JsonObject } from '../json-value.ts';
import type { KnownFields } from './known-fields.ts';
import { isEmpty, textAt } from './shape.ts';

/** Only what a label says plainly counts here; the rest is left to detection. */
const PLAIN = 90;
/** No form has more questions that matter, nor longer ones that say a thing plainly. */
const MOST_LABELS = 300;
const LONGEST_LABEL = 200;

/** The lead fields that labels name, where a field's key is not its label: pairs of key and label. */
export function knownByLabels(
  fields: JsonObject,
  labelled: readonly (readonly [key: string, label: string])[],
): KnownFields {
  const keys = new Map<string, string>();
  for (const [key, label] of labelled.slice(0, MOST_LABELS)) {
    if (label.length > LONGEST_LABEL || isEmpty(fields[key])) continue;
    const { role, score, owner } = keyMeaning(label);
    const plain = role !== undefined && score >= PLAIN && owner !== 'other';
    if (plain && !keys.has(role)) keys.set(role, key);
  }
  const name = nameKeys(fields, keys);
  const phone = keys.get('phone');
  const email = keys.get('email');
  return {
    ...(name.length > 0 ? { full_name: name } : {}),
    ...(phone === undefined ? {} : { phone: [phone] }),
    ...(email === undefined ? {} : { email: [email] }),
  };
}

/**
 * Beside one part of a name a plain "name" is the other part (nome and cognome, prénom and nom),
 * unless it holds the whole.
 */
function nameKeys(fields: JsonObject, keys: Map<string, string>): string[] {
  const [full, first, last, whole] = ['full', 'first', 'last', 'whole'].map((role) => keys.get(role));
  if (full !== undefined) return [full];
  const parts = [first, last].filter((key) => key !== undefined);
  const [part] = parts;
  if (whole === undefined || parts.length === 2) return parts;
  if (part === undefined || holds(fields, whole, part)) return [whole];
  return first === undefined ? [whole, part] : [part, whole];
}

function holds(fields: JsonObject, whole: string, part: string): boolean {
  const text = textAt(fields, whole)?.toLowerCase() ?? '';
  return text.includes(textAt(fields, part)?.toLowerCase() ?? '');
}
