import type { LeadField } from '@taskhook/contracts';
import type { Taken } from '../detect/explain.ts';
import type { Field } from './field.ts';

/** One field with the value it got, what it was taken from and what was there to take it from. */
export interface TakenField {
  name: LeadField;
  field: Field;
  taken: Taken;
  /** What the mapping gave, where it gave something. */
  mapped: unknown;
}
