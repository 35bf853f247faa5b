let lastMs = Number.NaN;
let lastText = '';

/** A time in milliseconds since 1970 as ISO 8601 in UTC. Steps of the same millisecond share the text. */
export function isoTime(ms: number): string {
  if (ms !== lastMs) {
    lastMs = ms;
    lastText = new Date(ms).toISOString();
  }
  return lastText;
}
