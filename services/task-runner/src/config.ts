import {
  base64Bytes,
  duration,
  integer,
  listOf,
  oneOf,
  optional,
  port,
  sharedVariables,
  url,
  variable,
  type ConfigOf,
  type Parser,
} from '@taskhook/config';
import { channels, type Channel } from '@taskhook/contracts';
import { parseCidrs } from '@taskhook/outbound';

const channelList: Parser<Channel[]> = (text) => {
  const chosen = new Set(listOf(channels)(text));
  if (chosen.size === 0) throw new Error('must name at least one channel');
  return [...chosen];
};

const flag: Parser<boolean> = (text) => oneOf(['true', 'false'])(text) === 'true';

/** Every environment variable of task-runner. */
export const configTable = {
  ...sharedVariables,
  adminPort: variable({
    name: 'RUNNER_ADMIN_PORT',
    parse: port,
    fallback: '9082',
    meaning: 'Port of /livez, /readyz and /metrics of task-runner',
  }),
  channels: variable({
    name: 'RUNNER_CHANNELS',
    parse: channelList,
    fallback: channels.join(','),
    meaning: 'The channels that this runner serves, separated by commas',
  }),
  concurrency: variable({
    name: 'RUNNER_CONCURRENCY',
    parse: integer(1, 10_000),
    fallback: '50',
    meaning: 'Steps that are worked on at once, per channel',
  }),
  fetch: variable({
    name: 'RUNNER_FETCH',
    parse: flag,
    fallback: 'true',
    meaning: 'Whether this runner fetches the leads of notifications from their providers: true or false',
  }),
  fetchConcurrency: variable({
    name: 'RUNNER_FETCH_CONCURRENCY',
    parse: integer(1, 1_000),
    fallback: '10',
    meaning: 'Leads that are fetched at once',
  }),
  fetchRetryDelay: variable({
    name: 'RUNNER_FETCH_RETRY_DELAY',
    parse: duration,
    fallback: '5s',
    meaning:
      'The pause after the first try to fetch a lead that failed; each further one is three times as long',
  }),
  breakerFailures: variable({
    name: 'RUNNER_BREAKER_FAILURES',
    parse: integer(1, 1_000),
    fallback: '5',
    meaning: 'After how many failures in a row the steps for a connection or host wait until it works again',
  }),
  breakerPause: variable({
    name: 'RUNNER_BREAKER_PAUSE',
    parse: duration,
    fallback: '10s',
    meaning: 'When a connection or host that fails is tried again; each further time twice as late',
  }),
  breakerMaxPause: variable({
    name: 'RUNNER_BREAKER_MAX_PAUSE',
    parse: duration,
    fallback: '5m',
    meaning: 'The longest pause before a connection or host that fails is tried again',
  }),
  lockDuration: variable({
    name: 'RUNNER_LOCK_DURATION',
    parse: duration,
    fallback: '15s',
    meaning: 'How long the steps of a runner that has died are kept from the others',
  }),
  watchdog: variable({
    name: 'RUNNER_WATCHDOG',
    parse: duration,
    fallback: '30s',
    meaning:
      'How long steps that are due may wait while the runner takes none, before it connects anew; after as long again it ends, for its supervisor to start another',
  }),
  publicUrl: variable({
    name: 'PUBLIC_URL',
    parse: optional(url('http:', 'https:')),
    fallback: '',
    meaning:
      'The address of ingress, under which providers tell of messages and people leave mails; without it, neither',
  }),
  unknownSettle: variable({
    name: 'RUNNER_UNKNOWN_SETTLE',
    parse: duration,
    fallback: '60s',
    meaning: 'How long after a call that was lost its provider is asked whether it has sent the message',
  }),
  secretKey: variable({
    name: 'TASKHOOK_SECRET_KEY',
    parse: base64Bytes(32),
    meaning: 'The key that stored secrets are sealed with: 32 bytes in base64, the same for all services',
    secret: true,
  }),
  outboundAllow: variable({
    name: 'TASKHOOK_OUTBOUND_ALLOW',
    parse: parseCidrs,
    fallback: '',
    meaning: 'Networks that outgoing calls may reach besides public addresses, such as 10.0.0.0/8',
  }),
  httpTimeout: variable({
    name: 'HTTP_TIMEOUT',
    parse: duration,
    fallback: '15s',
    meaning: 'How long a receiver of a step, a mail server or a provider may take to answer',
  }),
} as const;

export type Config = ConfigOf<typeof configTable>;
