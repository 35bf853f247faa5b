/** Whether the value stands anywhere in another; blanks around texts do not count, nor whether a number is a text. */
export function holdsValue(whole: unknown, value: unknown): boolean {
  if (sameForm(whole) === sameForm(value)) return true;
  return (
    typeof whole === 'object' &&
    whole !== null &&
    Object.values(whole).some((part) => holdsValue(part, value))
  );
}

function sameForm(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).trim()
    : JSON.stringify(value);
}
