/** The text of a body that came as bytes in base64; `isText` is false where it is no UTF-8. */
export function decodeBody(base64: string): { text: string; isText: boolean } {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isText: true };
  } catch {
    return { text: new TextDecoder('latin1').decode(bytes), isText: false };
  }
}

export function encodeBody(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(''));
}

/** JSON with indents and a form line by line; anything else as it came. */
export function prettyBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    const isForm = /^[^\s=&<{]+=[^\s]*$/.test(text);
    return isForm
      ? [...new URLSearchParams(text)].map(([name, value]) => `${name} = ${value}`).join('\n')
      : text;
  }
}
