const NON_ASCII = /[\u0080-\uffff]/g;

/** Each UTF-16 unit beyond ASCII as \uXXXX in lower case. */
export function asciiEscaped(text: string): string {
  return text.replace(NON_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
