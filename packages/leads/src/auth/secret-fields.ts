import type { Auth } from '@taskhook/contracts';

/** Where the secrets of a request stand. */
export interface SecretFields {
  /** In lower case. */
  headers: string[];
  query: string[];
  /** Names or dotted paths. */
  body: string[];
}

/** Those that are secret whatever a task says: credentials, Meta's verify token, Google's key. */
export const alwaysSecret: SecretFields = {
  headers: [
    'authorization',
    'proxy-authorization',
    'cookie',
    'x-api-key',
    'x-auth-token',
    'x-webhook-secret',
  ],
  query: ['hub.verify_token', 'google_key'],
  body: ['google_key', 'hub.verify_token'],
};

/** The headers, parameters and fields that must not be stored with a lead, a sample or in quarantine. */
export function secretFields(auth: Auth): SecretFields {
  if (auth.type === 'none') return alwaysSecret;
  return {
    headers:
      auth.type === 'header'
        ? including(alwaysSecret.headers, auth.name.toLowerCase())
        : alwaysSecret.headers,
    query: auth.type === 'query' ? including(alwaysSecret.query, auth.name) : alwaysSecret.query,
    body: auth.type === 'body' ? including(alwaysSecret.body, auth.field) : alwaysSecret.body,
  };
}

function including(names: string[], name: string): string[] {
  return names.includes(name) ? names : [...names, name];
}
