import { keyMeaning } from '../detect/key-meaning.ts';
import type { KnownFields } from './known-fields.ts';

/** Only what a label says plainly counts here; the rest is left to detection. */
const PLAIN = 90;

/** The lead fields that the labels of filled fields name, where a field's key is not its label: pairs of key and label. */
export function knownByLabels(labelled: Iterable<readonly [key: string, label: string]>): KnownFields {
  const keys = new Map<string, string>();
  for (const [key, label] of labelled) {
    const { role, score, owner } = keyMeaning(label);
    const plain = role !== undefined && score >= PLAIN && owner !== 'other';
    if (plain && !keys.has(role)) keys.set(role, key);
  }
  const name = nameKeys(keys);
  const phone = keys.get('phone');
  const email = keys.get('email');
  return {
    ...(name.length > 0 ? { full_name: name } : {}),
    ...(phone === undefined ? {} : { phone: [phone] }),
    ...(email === undefined ? {} : { email: [email] }),
  };
}

/** Beside a first name alone a plain "name" may be the last one or the whole: that is for detection to tell. */
function nameKeys(keys: Map<string, string>): string[] {
  const full = keys.get('full');
  const whole = keys.get('whole');
  if (full !== undefined) return [full];
  const parts = ['first', 'last'].flatMap((role) => keys.get(role) ?? []);
  if (whole === undefined || parts.length === 2) return parts;
  return parts.length === 0 ? [whole] : [];
}
