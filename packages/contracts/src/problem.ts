import { Type, type Static } from 'typebox';
import { FieldErrorSchema } from './quarantine.ts';

/** RFC 9457 problem details; `code` is the stable member. */
export const Problem = Type.Object({
  type: Type.String({ description: 'A name for the kind of problem, made of its code' }),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  request_id: Type.String(),
  errors: Type.Optional(Type.Array(FieldErrorSchema)),
  quarantine_id: Type.Optional(Type.String()),
});
export type Problem = Static<typeof Problem>;
