import {
  base64Bytes,
  duration,
  integer,
  networks,
  optional,
  port,
  secretText,
  sharedVariables,
  text,
  url,
  variable,
  type ConfigOf,
} from '@taskhook/config';
import { parseCidrs } from '@taskhook/outbound';

/** Every environment variable of task-registry. */
export const configTable = {
  ...sharedVariables,
  port: variable({
    name: 'REGISTRY_PORT',
    parse: port,
    fallback: '8081',
    meaning: 'The port of the API',
  }),
  adminPort: variable({
    name: 'REGISTRY_ADMIN_PORT',
    parse: port,
    fallback: '9081',
    meaning: 'The port of /livez, /readyz and /metrics',
  }),
  mongodbUrl: variable({
    name: 'MONGODB_URL',
    parse: url('mongodb:', 'mongodb+srv:'),
    meaning: 'MongoDB; the path names the database, `taskhook` where it has none',
    secret: true,
  }),
  adminKey: variable({
    name: 'TASKHOOK_ADMIN_KEY',
    parse: secretText(12),
    meaning: 'The bearer key of the API, at least 12 characters',
    secret: true,
  }),
  secretKey: variable({
    name: 'TASKHOOK_SECRET_KEY',
    parse: base64Bytes(32),
    meaning: '32 bytes in base64 that seal signing secrets and credentials at rest',
    secret: true,
  }),
  outboundAllow: variable({
    name: 'TASKHOOK_OUTBOUND_ALLOW',
    parse: parseCidrs,
    fallback: '',
    meaning: 'Networks that tests of connections may reach besides public addresses, such as 10.0.0.0/8',
  }),
  httpTimeout: variable({
    name: 'HTTP_TIMEOUT',
    parse: duration,
    fallback: '15s',
    meaning: 'How long a provider or mail server may take to answer the test of a connection',
  }),
  publicUrl: variable({
    name: 'PUBLIC_URL',
    parse: url('http:', 'https:'),
    meaning: 'The address under which senders reach ingress; the start of every webhook address',
  }),
  consoleUrl: variable({
    name: 'CONSOLE_URL',
    parse: optional(url('http:', 'https:')),
    fallback: '',
    meaning:
      'The address under which people open the console, where a proxy stands before it; with https its cookies are sent over TLS only',
  }),
  consoleDir: variable({
    name: 'CONSOLE_DIR',
    parse: optional(text),
    fallback: '',
    meaning: 'The folder of the built console, where it is not services/console/dist',
  }),
  trustedProxies: variable({
    name: 'TRUSTED_PROXIES',
    parse: networks,
    fallback: '',
    meaning:
      "Addresses or networks, separated by commas, of proxies that may tell a caller's address in X-Forwarded-For",
  }),
  sessionIdle: variable({
    name: 'SESSION_IDLE_TIMEOUT',
    parse: duration,
    fallback: '24h',
    meaning: 'How long a person stays signed in to the console without using it',
  }),
  sessionAge: variable({
    name: 'SESSION_MAX_AGE',
    parse: duration,
    fallback: '168h',
    meaning: 'How long a person stays signed in to the console at most',
  }),
  readModelCheckInterval: variable({
    name: 'READ_MODEL_CHECK_INTERVAL',
    parse: duration,
    fallback: '60s',
    meaning: 'How often what ingress and task-runner read in Redis is compared with MongoDB and repaired',
  }),
  statsDays: variable({
    name: 'STATS_DAYS',
    parse: integer(2, 3_650),
    fallback: '35',
    meaning: 'For how many days the figures of tasks by the hour are kept',
  }),
  retentionDays: variable({
    name: 'RETENTION_DAYS',
    parse: integer(1, 3_650),
    fallback: '365',
    meaning: 'For how many days runs are kept after their end, where their task does not say it',
  }),
  quarantineDays: variable({
    name: 'QUARANTINE_DAYS',
    parse: integer(1, 3_650),
    fallback: '90',
    meaning: 'For how many days requests are kept in quarantine, where their task does not say less',
  }),
  sampleDays: variable({
    name: 'SAMPLE_DAYS',
    parse: integer(1, 3_650),
    fallback: '30',
    meaning: 'For how many days samples are kept, where their task does not say less',
  }),
  stuckRunAge: variable({
    name: 'STUCK_RUN_AGE',
    parse: duration,
    fallback: '10m',
    meaning:
      'How old a queued run must be before it is looked for in its queue, and queued again if it is lost',
  }),
} as const;

export type Config = ConfigOf<typeof configTable>;
