import { port, sharedVariables, variable, type ConfigOf } from '@taskhook/config';

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
} as const;

export type IngressConfig = ConfigOf<typeof configTable>;
