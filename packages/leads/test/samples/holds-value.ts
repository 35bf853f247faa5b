/** Whether the value stands anywhere in another; texts are compared without blanks around them, numbers also as text. */
export function holdsValue(whole: unknown, value: unknown): boolean {
  if (isSame(whole, value)) return true;
  return (
    typeof whole === 'object' &&
    whole !== null &&
    Object.values(whole).some((part) => holdsValue(part, value))
  );
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim();
  if (typeof b === 'number' && a === String(b)) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}
