import { Type, type TLiteral, type TObject, type TProperties } from 'typebox';
import { limits } from '../limits.ts';
import { literals } from '../literals.ts';
import { Rate } from '../rate.ts';
import { httpMethods } from '../step.ts';
import { providers, type ConnectionProvider, type Provider } from './provider.ts';

/** The members of each kind of connection, apart from its name. Those that are secret are in `secretPaths`. */

const BaseUrl = Type.Union([Type.String({ format: 'uri', pattern: '^https?://' }), Type.Null()], {
  description: "The provider's API, where it is not the usual one",
});
const secret = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, description: 'Never shown again' });

const SingleAddress = '[^\\s<>@,;:"()\\[\\]\\\\]+@[^\\s<>@,;:"()\\[\\]\\\\]+';
const Mailbox = Type.String({
  maxLength: 320,
  pattern: `^(?:[^<>@\\x00-\\x1f]*<${SingleAddress}>|${SingleAddress})$`,
  description: 'An address, or a name with an address: Corso <info@corso.example>',
});
const Domain = Type.String({ pattern: '^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$' });

const sendingMembers = { limits: Type.Optional(Rate) };

const leadMembers = { access_token: secret(4_096), base_url: Type.Optional(BaseUrl) };

const smtpMembers = {
  ...sendingMembers,
  host: Type.String({ pattern: '^[A-Za-z0-9.:-]{1,253}$', description: 'A name or an address' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: literals(['starttls', 'tls', 'none'] as const, {
    description: 'starttls insists on it; tls from the first byte; none only where the network is your own',
  }),
  username: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  password: Type.Optional(secret(4_096)),
  from: Mailbox,
  reply_to: Type.Optional(Mailbox),
  dkim: Type.Optional(
    Type.Object(
      { domain: Domain, selector: Domain, private_key: secret(16_384) },
      { additionalProperties: false, description: 'Signs each mail; the key is PEM' },
    ),
  ),
};

const PhoneNumber = Type.String({
  pattern: '^\\+[1-9]\\d{6,14}$',
  description: 'E.164, such as +15005550006',
});
const AlphanumericSender = Type.String({ pattern: '^(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}$' });

const twilioMembers = {
  ...sendingMembers,
  account_sid: Type.String({ pattern: '^AC[0-9a-fA-F]{32}$' }),
  auth_token: secret(200),
  from: Type.Optional(Type.Union([PhoneNumber, AlphanumericSender], { description: 'A number, or a name' })),
  messaging_service_sid: Type.Optional(Type.String({ pattern: '^MG[0-9a-fA-F]{32}$' })),
  base_url: Type.Optional(BaseUrl),
};

const Template = Type.String({ maxLength: limits.templateLength });

const smsHttpMembers = {
  ...sendingMembers,
  url: Type.String({ minLength: 1, maxLength: 8_192, description: 'Liquid with to, text, id and secrets.*' }),
  method: Type.Optional(literals(httpMethods)),
  headers: Type.Optional(Type.Record(Type.String({ minLength: 1 }), Template)),
  body: Type.Optional(Type.Unknown({ description: 'Any JSON; every text in it is a template' })),
  secrets: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,49}$' }), secret(4_096), {
      additionalProperties: false,
      description: 'Used in the templates as {{secrets.name}}',
    }),
  ),
  success_statuses: Type.Optional(
    Type.Array(Type.Integer({ minimum: 200, maximum: 299 }), {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      description: 'Which answers mean that the gateway took the message; every 2xx where absent',
    }),
  ),
};

const whatsAppMembers = {
  ...sendingMembers,
  phone_number_id: Type.String({
    pattern: '^\\d{5,30}$',
    description: 'The id of the number, not the number',
  }),
  access_token: secret(4_096),
  app_secret: Type.Optional(secret(200)),
  business_account_id: Type.Optional(
    Type.String({
      pattern: '^\\d{5,30}$',
      description: 'The WhatsApp Business Account, whose approved templates a preview compares with',
    }),
  ),
  base_url: Type.Optional(BaseUrl),
  api_version: Type.Optional(Type.String({ pattern: '^v\\d{1,3}\\.\\d{1,2}$' })),
};

export const connectionMembers = {
  meta: leadMembers,
  linkedin: leadMembers,
  hubspot: leadMembers,
  zoho: leadMembers,
  smtp: smtpMembers,
  twilio: twilioMembers,
  'sms-http': smsHttpMembers,
  whatsapp: whatsAppMembers,
} as const satisfies Record<ConnectionProvider, TProperties>;

/** Dotted paths of the members that are sealed and never shown. */
export const secretPaths: Readonly<Record<ConnectionProvider, readonly string[]>> = {
  ...(Object.fromEntries(providers.map((name) => [name, ['access_token']])) as Record<Provider, string[]>),
  smtp: ['password', 'dkim.private_key'],
  twilio: ['auth_token'],
  'sms-http': ['secrets'],
  whatsapp: ['access_token', 'app_secret'],
};

type Members = typeof connectionMembers;
/** Put together by a condition, since a plain intersection with an open record would lose the members. */
type Variant<P extends ConnectionProvider, More> = Members[P] &
  More & { provider: TLiteral<P> } extends infer All extends TProperties
  ? TObject<All>
  : never;

/** The schema of a connection to one provider. */
export function variantOf<P extends ConnectionProvider, const More extends TProperties>(
  provider: P,
  more: More,
): Variant<P, More> {
  const schema: unknown = Type.Object(
    { ...more, provider: Type.Literal(provider), ...connectionMembers[provider] },
    { additionalProperties: false },
  );
  return schema as Variant<P, More>;
}
