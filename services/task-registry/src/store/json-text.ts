/**
 * Senders and users choose keys that BSON or FerretDB refuses (`a.b`, `$x`, NUL), so whatever has
 * such keys is stored as JSON text. This is the place that reads it back.
 */
export function fromJsonText<T>(text: string): T {
  return JSON.parse(text) as T;
}

export const toJsonText = (value: unknown): string => JSON.stringify(value);
