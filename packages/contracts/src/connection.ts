import { Type, type Static } from 'typebox';
import { idPatterns } from './ids.ts';
import { literals } from './literals.ts';

/** Providers whose notifications carry ids alone: the lead is fetched with a connection. */
export const providers = ['meta', 'linkedin', 'hubspot', 'zoho'] as const;
export const Provider = literals(providers);
export type Provider = Static<typeof Provider>;

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const BaseUrl = Type.Union([Type.String({ format: 'uri', pattern: '^https?://' }), Type.Null()], {
  description: "The provider's API, where it is not the usual one",
});
const Token = Type.String({ minLength: 1, maxLength: 4_096, description: 'Never shown again' });

export const ConnectionInput = Type.Object(
  { name: Name, provider: Provider, base_url: Type.Optional(BaseUrl), access_token: Token },
  { additionalProperties: false },
);
export type ConnectionInput = Static<typeof ConnectionInput>;

export const ConnectionPatch = Type.Object(
  { name: Type.Optional(Name), base_url: Type.Optional(BaseUrl), access_token: Type.Optional(Token) },
  { additionalProperties: false, minProperties: 1 },
);
export type ConnectionPatch = Static<typeof ConnectionPatch>;

/** Credentials for a provider, kept apart from tasks; the token is sealed and never shown. */
export const Connection = Type.Object({
  id: Type.String({ pattern: idPatterns.connection }),
  name: Name,
  provider: Provider,
  base_url: BaseUrl,
  created_at: Type.String({ format: 'date-time' }),
  updated_at: Type.String({ format: 'date-time' }),
});
export type Connection = Static<typeof Connection>;

/** What task-runner finds in the read model. */
export const ConnectionRecord = Type.Object({
  connection_id: Type.String(),
  provider: Provider,
  base_url: Type.Union([Type.String(), Type.Null()]),
  sealed_access_token: Type.String(),
});
export type ConnectionRecord = Static<typeof ConnectionRecord>;
