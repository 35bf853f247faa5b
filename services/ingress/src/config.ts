import {
  base64Bytes,
  bytes,
  duration,
  integer,
  networks,
  port,
  rateOrNone,
  sharedVariables,
  text,
  url,
  variable,
  type ConfigOf,
  type Parser,
} from '@taskhook/config';

const addressOrNone: Parser<string | undefined> = (value) =>
  value === '' ? undefined : url('http:', 'https:')(value);

/** Everything that ingress can be told by its environment. */
export const configTable = {
  ...sharedVariables,
  port: variable({
    name: 'INGRESS_PORT',
    parse: port,
    fallback: '8080',
    meaning: 'The port at which senders reach the webhooks',
  }),
  adminPort: variable({
    name: 'INGRESS_ADMIN_PORT',
    parse: port,
    fallback: '9080',
    meaning: 'The port of health checks and metrics of ingress',
  }),
  secretKey: variable({
    name: 'TASKHOOK_SECRET_KEY',
    parse: base64Bytes(32),
    meaning: 'The key that stored secrets are sealed with: 32 bytes in base64, the same for all services',
    secret: true,
  }),
  publicUrl: variable({
    name: 'PUBLIC_URL',
    parse: addressOrNone,
    fallback: '',
    meaning:
      'The address under which senders reach ingress, which some sign (HubSpot); without it, the one that the request names',
  }),
  maxConnections: variable({
    name: 'INGRESS_MAX_CONNECTIONS',
    parse: integer(1, 1_000_000),
    fallback: '10000',
    meaning: 'Connections of senders at once; further ones are closed as they come',
  }),
  maxRequests: variable({
    name: 'INGRESS_MAX_REQUESTS',
    parse: integer(1, 1_000_000),
    fallback: '5000',
    meaning: 'Requests of senders that may wait for their answer at once; further ones hear 503',
  }),
  maxBodyMemory: variable({
    name: 'INGRESS_MAX_BODY_MEMORY',
    parse: bytes,
    fallback: '256MiB',
    meaning: 'Memory for the bodies of all requests at once; what does not fit hears 503',
  }),
  headersTimeout: variable({
    name: 'INGRESS_HEADERS_TIMEOUT',
    parse: duration,
    fallback: '10s',
    meaning: 'How long the head of a request may take to come; then its sender hears 408',
  }),
  requestTimeout: variable({
    name: 'INGRESS_REQUEST_TIMEOUT',
    parse: duration,
    fallback: '30s',
    meaning: 'How long a request may take to come whole; then its sender hears 408',
  }),
  spoolDir: variable({
    name: 'INGRESS_SPOOL_DIR',
    parse: text,
    fallback: '',
    meaning:
      'A folder on a disk that lasts, in which leads wait while Redis cannot take them; several ingress on one machine may share it. Without it they hear 503',
  }),
  spoolMaxBytes: variable({
    name: 'INGRESS_SPOOL_MAX_BYTES',
    parse: bytes,
    fallback: '1GiB',
    meaning: 'Most that the spool of one ingress holds; further leads hear 503',
  }),
  spoolMinFree: variable({
    name: 'INGRESS_SPOOL_MIN_FREE',
    parse: bytes,
    fallback: '512MiB',
    meaning: 'What the spool leaves free on its disk; further leads hear 503',
  }),
  addressLimit: variable({
    name: 'INGRESS_ADDRESS_LIMIT',
    parse: rateOrNone,
    fallback: '',
    meaning: 'Most requests from one address, such as 100/1s; further ones hear 429. None without it',
  }),
  webhookLimit: variable({
    name: 'INGRESS_WEBHOOK_LIMIT',
    parse: rateOrNone,
    fallback: '',
    meaning:
      'Most requests to one webhook, such as 500/1s, unless its task has an intake_limit; further ones hear 429. None without it',
  }),
  trustedProxies: variable({
    name: 'TRUSTED_PROXIES',
    parse: networks,
    fallback: '',
    meaning:
      'Networks of the proxies before ingress, such as 10.0.0.0/8: what they write into X-Forwarded-For is believed',
  }),
} as const;

export type IngressConfig = ConfigOf<typeof configTable>;
