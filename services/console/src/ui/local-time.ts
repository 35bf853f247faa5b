const two = (value: number) => String(value).padStart(2, '0');

/** A moment as a field for local time takes it, to the minute: `2026-11-24T10:00`. */
export function localTextOf(iso: string): string {
  const at = new Date(iso);
  const year = String(at.getFullYear()).padStart(4, '0');
  return `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment of a local time, ISO 8601; null for an empty text and for one that is no time. */
export function momentOfLocal(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
