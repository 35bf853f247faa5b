import type { Operations } from '../../api/types.ts';

/** By what an ingress says of itself: the weakest first. */
const keys = [
  ['memory', 'memory'],
  ['fsync by the system', 'crash'],
  ['fsync everysec', 'everysec'],
  ['fsync always', 'always'],
] as const;

/** What the weakest ingress promises, as a key of the words. */
export function durabilityKey(
  instances: Operations['instances'],
): 'memory' | 'crash' | 'everysec' | 'always' | 'unknown' {
  const levels = new Set(instances.map(({ durability }) => durability));
  return keys.find(([level]) => levels.has(level))?.[1] ?? 'unknown';
}
