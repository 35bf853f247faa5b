import { Type, type Static } from 'typebox';

/** A person who asked to be contacted, in the one form that everything past the ingress works with. */
export const Lead = Type.Object({
  full_name: Type.Union([Type.String(), Type.Null()], { description: 'Trimmed, Unicode NFC' }),
  phone: Type.Union([Type.String(), Type.Null()], { description: 'E.164, such as +393331234567' }),
  email: Type.Union([Type.String(), Type.Null()], { description: 'Trimmed and lower-cased' }),
  extra_fields: Type.Record(Type.String(), Type.Unknown(), {
    description: "Everything else, under the sender's own keys",
  }),
});
export type Lead = Static<typeof Lead>;

export const leadFields = ['full_name', 'phone', 'email'] as const;
export type LeadField = (typeof leadFields)[number];
