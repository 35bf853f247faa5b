import type { Allowance } from '../allowance.ts';
import type { FilterHandler } from './guard.ts';

/** JavaScript's search is fast in most texts, but in some it compares each place with the whole pattern. */
const COMPARISONS_PER_CHARACTER = 128;

/** A filter that looks for its first argument in the text. */
export function searching(handler: FilterHandler): FilterHandler {
  return function search(value, ...args) {
    chargeSearch(this.context.memoryLimit as unknown as Allowance, value, args[0]);
    return handler.call(this, value, ...args);
  };
}

export function chargeSearch(allowance: Allowance, text: unknown, pattern: unknown): void {
  allowance.use((sizeOf(text, allowance) * sizeOf(pattern, allowance)) / COMPARISONS_PER_CHARACTER);
}

function sizeOf(value: unknown, allowance: Allowance): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? allowance.admit(value) : 1;
}
