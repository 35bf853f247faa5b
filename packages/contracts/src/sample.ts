import { Type, type Static } from 'typebox';
import { FieldErrorSchema, RawRequest } from './quarantine.ts';
import { idPatterns } from './ids.ts';
import { Lead } from './lead.ts';

/** How a field of the lead was found. */
export const FieldReason = Type.Object({
  paths: Type.Array(Type.String(), {
    description: 'Where the value stands in the sample; empty where none was found',
  }),
  reason: Type.String({ description: 'Why it was taken, in words' }),
});

/** A request that a task caught while it listened, and what it would become. */
export const Sample = Type.Object({
  id: Type.String({ pattern: idPatterns.sample }),
  task_id: Type.String(),
  received_at: Type.String({ format: 'date-time' }),
  source: Type.String({ description: 'The sender that it was taken for' }),
  source_reason: Type.String(),
  notes: Type.Array(Type.String()),
  fields: Type.Array(Type.Object({ path: Type.String(), value: Type.Unknown() }), {
    description: 'The first lead of the request, flattened to paths that a mapping can use',
  }),
  detected: Type.Record(Type.String(), FieldReason),
  lead: Type.Union([Lead, Type.Null()]),
  errors: Type.Array(FieldErrorSchema),
  request: RawRequest,
});
export type Sample = Static<typeof Sample>;
