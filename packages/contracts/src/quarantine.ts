import { Type, type Static } from 'typebox';
import { idPatterns } from './ids.ts';
import { literals } from './literals.ts';
import { Source } from './source.ts';

export const FieldErrorSchema = Type.Object({
  field: Type.String({ description: "A dotted path; '' is the whole body" }),
  message: Type.String(),
  line: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.Integer()),
});

/** A request as it came in. Credentials are left out of the headers before it is kept. */
export const RawRequest = Type.Object({
  method: Type.String(),
  query: Type.String({ description: 'The text after the question mark' }),
  headers: Type.Record(Type.String(), Type.String()),
  body: Type.String({ description: 'The bytes of the body in base64' }),
});
export type RawRequest = Static<typeof RawRequest>;

export const quarantineStatuses = ['open', 'replayed', 'erased'] as const;
export const QuarantineStatus = literals(quarantineStatuses);

export const QuarantineEntry = Type.Object({
  id: Type.String({ pattern: idPatterns.quarantine }),
  task_id: Type.String(),
  task_revision: Type.Integer(),
  status: QuarantineStatus,
  received_at: Type.String({ format: 'date-time' }),
  code: Type.String({
    description: 'malformed_body, unsupported_media_type, invalid_lead or connection_missing',
  }),
  detail: Type.String(),
  errors: Type.Array(FieldErrorSchema),
  source: Type.Union([Source, Type.Null()], {
    description: "The sender that it is read as, where it is certain; else the task's own source",
  }),
  request: RawRequest,
  run_ids: Type.Array(Type.String(), { description: 'The runs that its replays started' }),
});
export type QuarantineEntry = Static<typeof QuarantineEntry>;
