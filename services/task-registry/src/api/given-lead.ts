import { Type } from 'typebox';

/** A lead as a caller writes it; it gets the form that real leads have. */
export const GivenLead = Type.Object(
  {
    full_name: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    phone: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    email: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    extra_fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);
