import { Type, type Static } from 'typebox';
import { limits } from './limits.ts';

const Text = Type.Union([Type.String(), Type.Null()]);

/** What the lead brought about the person's consent to be written to. */
export const Consent = Type.Object({
  given: Type.Union([Type.Boolean(), Type.Null()], { description: 'Null where nothing says so' }),
  text: Text,
  at: Text,
  url: Text,
  ip: Text,
});
export type Consent = Static<typeof Consent>;

const Expression = Type.Optional(Type.String({ minLength: 1, maxLength: limits.templateLength }));

/** Where the lead has it, for senders whose fields are not known by their names. */
export const ConsentRules = Type.Object(
  { given: Expression, text: Expression, at: Expression, url: Expression, ip: Expression },
  { additionalProperties: false, description: 'Expressions such as extra_fields.privacy' },
);
export type ConsentRules = Static<typeof ConsentRules>;

export const RequireConsent = Type.Boolean({
  description: 'Whether messages go only to people of whom a field of the lead says that they agreed',
});
