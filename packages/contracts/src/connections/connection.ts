import { Type, type Static, type TSchema } from 'typebox';
import { idPatterns } from '../ids.ts';
import { tagged } from '../tagged.ts';
import { ConnectionHealth } from '../health.ts';
import { connectionMembers, secretPaths, variantOf } from './members.ts';
import { ConnectionProvider, connectionProviders } from './provider.ts';

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });

const inputOf = <P extends ConnectionProvider>(provider: P) => variantOf(provider, { name: Name });
const settingsOf = <P extends ConnectionProvider>(provider: P) => variantOf(provider, {});

export const MetaConnectionInput = inputOf('meta');
export const LinkedInConnectionInput = inputOf('linkedin');
export const HubSpotConnectionInput = inputOf('hubspot');
export const ZohoConnectionInput = inputOf('zoho');
export const SmtpConnectionInput = inputOf('smtp');
export const TwilioConnectionInput = inputOf('twilio');
export const SmsHttpConnectionInput = inputOf('sms-http');
export const WhatsAppConnectionInput = inputOf('whatsapp');

/** What makes a connection, chosen by its `provider`. */
export const ConnectionInput = tagged('provider', [
  MetaConnectionInput,
  LinkedInConnectionInput,
  HubSpotConnectionInput,
  ZohoConnectionInput,
  SmtpConnectionInput,
  TwilioConnectionInput,
  SmsHttpConnectionInput,
  WhatsAppConnectionInput,
]);
export type ConnectionInput = Static<typeof ConnectionInput>;

/** A connection with its secrets in clear, as a call needs it. */
export const ConnectionSettings = tagged('provider', [
  settingsOf('meta'),
  settingsOf('linkedin'),
  settingsOf('hubspot'),
  settingsOf('zoho'),
  settingsOf('smtp'),
  settingsOf('twilio'),
  settingsOf('sms-http'),
  settingsOf('whatsapp'),
]);
export type ConnectionSettings = Static<typeof ConnectionSettings>;
export type SettingsOf<P extends ConnectionProvider> = Extract<ConnectionSettings, { provider: P }>;

/** Members of the connection's own provider; they are judged together with those that are kept. */
export const ConnectionPatch = Type.Object(
  { name: Type.Optional(Name) },
  {
    additionalProperties: true,
    minProperties: 1,
    description: 'Members of the connection to change; null takes an optional one away',
  },
);
export type ConnectionPatch = Static<typeof ConnectionPatch> & Record<string, unknown>;

/** The key of it is never shown. */
const ShownDkim = Type.Object(
  { domain: Type.String(), selector: Type.String() },
  { additionalProperties: false },
);

/** What the provider is told, so that it tells of messages and replies. */
const Inbound = Type.Object(
  {
    url: Type.String({ format: 'uri' }),
    verify_token: Type.Optional(
      Type.String({ description: 'With which Meta makes sure of the address when it is entered' }),
    ),
  },
  { additionalProperties: false },
);

/** Credentials for a provider, kept apart from tasks: its members without the secret ones. */
export const Connection = Type.Object(
  {
    id: Type.String({ pattern: idPatterns.connection }),
    name: Name,
    provider: ConnectionProvider,
    ...shownMembers(),
    health: Type.Optional(ConnectionHealth),
    inbound: Type.Optional(Inbound),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { additionalProperties: false },
);
export type Connection = {
  id: string;
  name: string;
  provider: ConnectionProvider;
  health?: ConnectionHealth;
  created_at: string;
  updated_at: string;
} & Record<string, unknown>;

/** Each member that some provider shows, under its name; several providers may mean their own by one name. */
function shownMembers(): Record<string, TSchema> {
  const shown: Record<string, TSchema[]> = {};
  for (const provider of connectionProviders) {
    for (const [name, schema] of Object.entries<TSchema>(connectionMembers[provider])) {
      if (secretPaths[provider].includes(name)) continue;
      (shown[name] ??= []).push(name === 'dkim' ? ShownDkim : schema);
    }
  }
  return Object.fromEntries(
    Object.entries(shown).map(([name, schemas]) => [name, Type.Optional(oneOf(schemas))]),
  );
}

function oneOf(schemas: TSchema[]): TSchema {
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [first] = different;
  return different.length === 1 && first !== undefined ? first : Type.Union(different);
}

export const ConnectionTest = Type.Object({
  ok: Type.Boolean({ description: 'Whether the provider took the credentials' }),
  detail: Type.String({ description: 'What was seen, in plain words' }),
});
export type ConnectionTest = Static<typeof ConnectionTest>;

/** What task-runner finds in the read model. The secrets are sealed together under the connection's id. */
export const ConnectionRecord = Type.Object({
  connection_id: Type.String(),
  provider: ConnectionProvider,
  settings: Type.Record(Type.String(), Type.Unknown()),
  sealed_secrets: Type.String(),
});
export type ConnectionRecord = Static<typeof ConnectionRecord>;
