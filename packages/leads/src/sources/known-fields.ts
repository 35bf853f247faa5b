import type { LeadField } from '@taskhook/contracts';
import type { JsonObject } from '../json-value.ts';
import { isEmpty } from './shape.ts';

export type KnownFields = Partial<Record<LeadField, string[]>>;

/** For each lead field the ways in which a sender can write it, the best first: lists of keys that belong together. */
export type KnownKeys = Record<LeadField, string[][]>;

/** The first way in which at least one of the keys has a value; a field without one is left to detection. */
export function knownFields(fields: JsonObject, keys: KnownKeys): KnownFields {
  const known: KnownFields = {};
  for (const field of ['full_name', 'phone', 'email'] as const) {
    for (const way of keys[field]) {
      const filled = way.filter((key) => Object.hasOwn(fields, key) && !isEmpty(fields[key]));
      if (filled.length === 0) continue;
      known[field] = filled;
      break;
    }
  }
  return known;
}
