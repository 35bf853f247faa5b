/** Longer keys are cut: a question names what it asks for early on. */
const LONGEST = 200;
const ASCII = /^[ -~]*$/;

/** Letters that Unicode does not take apart into a base and a mark. */
const letters: Record<string, string> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' };

/**
 * The words of a key or label in lower case, without accents and punctuation: `phoneNumber`,
 * `PHONE_NUMBER` and ` Phone number *` are all `phone number`.
 */
export function words(label: string): string[] {
  const cut = label.length > LONGEST ? label.slice(0, LONGEST) : label;
  const text = (ASCII.test(cut) ? plainText(cut) : foldedText(cut)).trim().replace('whats app', 'whatsapp');
  return text === '' ? [] : text.split(' ');
}

/** The same as the other one, for keys in ASCII: nearly all of them, and this is three times as fast. */
function plainText(label: string): string {
  const split = /[a-z\d][A-Z]/.test(label)
    ? label.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    : label;
  return split.toLowerCase().replace(/[^a-z\d]+/g, ' ');
}

function foldedText(label: string): string {
  return withoutMarks(label)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßıłøæœđ]/g, (letter) => letters[letter] ?? letter);
}
