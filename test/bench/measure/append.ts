/** Adds all of the items to the list; a spread of a million would be more arguments than a call can have. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
