import { Type } from 'typebox';

/** The bytes of a body. */
export const Base64 = Type.String({
  pattern: '^[A-Za-z0-9+/]*={0,2}$',
  description: 'The bytes of the body in base64',
});
