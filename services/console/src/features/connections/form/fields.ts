import type { ConnectionInput } from '../../../api/types.ts';
import type { Provider } from '../providers.ts';

/** How a member of a connection is written, and by what its label and hint are found. */
export interface Field {
  kind: 'text' | 'number' | 'choice' | 'secret' | 'key' | 'pairs' | 'secretPairs' | 'json' | 'numbers';
  words: FieldWords;
  required?: true;
  /** Shown among the settings that few need. */
  rare?: true;
  options?: readonly string[];
  /** What a new connection begins with. */
  initial?: string;
}

export type FieldWords =
  | 'metaToken'
  | 'linkedinToken'
  | 'hubspotToken'
  | 'zohoToken'
  | 'baseUrl'
  | 'host'
  | 'port'
  | 'security'
  | 'username'
  | 'password'
  | 'mailFrom'
  | 'replyTo'
  | 'dkimDomain'
  | 'dkimSelector'
  | 'dkimKey'
  | 'accountSid'
  | 'authToken'
  | 'smsFrom'
  | 'messagingService'
  | 'gatewayUrl'
  | 'method'
  | 'headers'
  | 'body'
  | 'secrets'
  | 'statuses'
  | 'phoneNumberId'
  | 'whatsappToken'
  | 'appSecret'
  | 'businessAccount'
  | 'apiVersion'
  | 'rate'
  | 'per'
  | 'burst';

type InputOf<P extends Provider> = Extract<ConnectionInput, { provider: P }>;

/** The dotted paths of what is filled in for a provider. */
type PathOf<P extends Provider> = {
  [K in keyof InputOf<P> & string]-?: K extends 'name' | 'provider'
    ? never
    : K extends 'dkim'
      ? 'dkim.domain' | 'dkim.selector' | 'dkim.private_key'
      : K extends 'limits'
        ? 'limits.rate' | 'limits.per' | 'limits.burst'
        : K;
}[keyof InputOf<P> & string];

const baseUrl: Field = { kind: 'text', words: 'baseUrl', rare: true };

const limits = {
  'limits.rate': { kind: 'number', words: 'rate', rare: true },
  'limits.per': { kind: 'choice', words: 'per', rare: true, options: ['1s', '1m', '1h', '24h'] },
  'limits.burst': { kind: 'number', words: 'burst', rare: true },
} as const satisfies Record<string, Field>;

/** What is filled in for each provider, in the order in which it is asked. The API's types hold it to be complete. */
export const fieldsOf: { readonly [P in Provider]: Readonly<Record<PathOf<P>, Field>> } = {
  whatsapp: {
    phone_number_id: { kind: 'text', words: 'phoneNumberId', required: true },
    access_token: { kind: 'secret', words: 'whatsappToken', required: true },
    app_secret: { kind: 'secret', words: 'appSecret' },
    business_account_id: { kind: 'text', words: 'businessAccount' },
    ...limits,
    api_version: { kind: 'text', words: 'apiVersion', rare: true },
    base_url: baseUrl,
  },
  smtp: {
    host: { kind: 'text', words: 'host', required: true },
    port: { kind: 'number', words: 'port', required: true, initial: '587' },
    security: {
      kind: 'choice',
      words: 'security',
      required: true,
      options: ['starttls', 'tls', 'none'],
      initial: 'starttls',
    },
    username: { kind: 'text', words: 'username' },
    password: { kind: 'secret', words: 'password' },
    from: { kind: 'text', words: 'mailFrom', required: true },
    reply_to: { kind: 'text', words: 'replyTo' },
    ...limits,
    'dkim.domain': { kind: 'text', words: 'dkimDomain', rare: true },
    'dkim.selector': { kind: 'text', words: 'dkimSelector', rare: true },
    'dkim.private_key': { kind: 'key', words: 'dkimKey', rare: true },
  },
  twilio: {
    account_sid: { kind: 'text', words: 'accountSid', required: true },
    auth_token: { kind: 'secret', words: 'authToken', required: true },
    from: { kind: 'text', words: 'smsFrom' },
    messaging_service_sid: { kind: 'text', words: 'messagingService' },
    ...limits,
    base_url: baseUrl,
  },
  'sms-http': {
    url: { kind: 'text', words: 'gatewayUrl', required: true },
    method: {
      kind: 'choice',
      words: 'method',
      options: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
      initial: 'POST',
    },
    secrets: { kind: 'secretPairs', words: 'secrets' },
    headers: { kind: 'pairs', words: 'headers' },
    body: { kind: 'json', words: 'body' },
    success_statuses: { kind: 'numbers', words: 'statuses', rare: true },
    ...limits,
  },
  meta: { access_token: { kind: 'secret', words: 'metaToken', required: true }, base_url: baseUrl },
  linkedin: { access_token: { kind: 'secret', words: 'linkedinToken', required: true }, base_url: baseUrl },
  hubspot: { access_token: { kind: 'secret', words: 'hubspotToken', required: true }, base_url: baseUrl },
  zoho: { access_token: { kind: 'secret', words: 'zohoToken', required: true }, base_url: baseUrl },
};

/** The fields of a provider with their paths. */
export function fieldList(provider: Provider): [path: string, field: Field][] {
  return Object.entries<Field>(fieldsOf[provider]);
}

/** What is never shown again: it stays as it is where nothing is typed. */
export function isSecret({ kind }: Field): boolean {
  return kind === 'secret' || kind === 'key' || kind === 'secretPairs';
}
