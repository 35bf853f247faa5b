import {
  base64Bytes,
  port,
  sharedVariables,
  url,
  variable,
  type ConfigOf,
  type Parser,
} from '@taskhook/config';

const addressOrNone: Parser<string | undefined> = (text) =>
  text === '' ? undefined : url('http:', 'https:')(text);

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
} as const;

export type IngressConfig = ConfigOf<typeof configTable>;
