/** How a text message is sent: what its networks count and bill. */
export interface SmsSegments {
  encoding: 'GSM-7' | 'UCS-2';
  segments: number;
  /** Septets or UTF-16 units in all. */
  units: number;
  /** Characters that are not in GSM-7, each once, at most twenty. */
  foreign: string[];
}

/** Counts by 3GPP TS 23.038: 160 septets or 70 UTF-16 units in one segment, 153 or 67 in each of several. */
export function smsSegments(text: string): SmsSegments {
  const characters = Array.from(text);
  const foreign = [...new Set(characters.filter((character) => !septets.has(character)))];
  const isPlain = foreign.length === 0;
  const sizes = characters.map((character) => (isPlain ? (septets.get(character) ?? 1) : character.length));
  return {
    encoding: isPlain ? 'GSM-7' : 'UCS-2',
    ...(isPlain ? pack(sizes, 160, 153) : pack(sizes, 70, 67)),
    foreign: foreign.slice(0, 20),
  };
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each of these takes an escape before it. */
const EXTENSION = '\f^{}\\[~]|€';

const septets = new Map<string, number>([
  ...Array.from(BASIC, (character) => [character, 1] as const),
  ...Array.from(EXTENSION, (character) => [character, 2] as const),
]);

/** A character is never cut in two, so a segment may stay one unit short. */
function pack(sizes: number[], alone: number, together: number): Pick<SmsSegments, 'segments' | 'units'> {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= alone) return { units, segments: 1 };
  let segments = 1;
  let room = together;
  for (const size of sizes) {
    if (size > room) {
      segments += 1;
      room = together;
    }
    room -= size;
  }
  return { units, segments };
}
