import type { Finding } from './lint.ts';
import { smsSegments, type SmsSegments } from './sms-segments.ts';

/** What the longest of the texts costs as a text message. */
export function segments(texts: string[]): Finding[] {
  const [worst] = texts.map(smsSegments).toSorted((a, b) => b.segments - a.segments || b.units - a.units);
  if (worst === undefined || worst.units === 0) return [];
  const isDear = worst.segments > MANY || (worst.encoding === 'UCS-2' && worst.segments > 1);
  return [{ code: 'segments', severity: isDear ? 'warning' : 'info', message: described(worst) }];
}

/** More than this is a letter. */
const MANY = 4;

function described({ encoding, segments: count, units, foreign }: SmsSegments): string {
  const size = `takes ${count} ${count === 1 ? 'segment' : 'segments'} in ${encoding} (${units} characters)`;
  if (foreign.length === 0) return size;
  return `${size}; in GSM-7, which has no ${foreign.map(named).join(', ')}, more would fit`;
}

/** Characters that cannot be seen, by their code. */
function named(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
