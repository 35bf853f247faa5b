import { duration, listOfBase64Bytes, oneOf, text, url } from './parsers.ts';
import { variable } from './variable.ts';

/** The rows that every service has. */
export const sharedVariables = {
  host: variable({
    name: 'HOST',
    parse: text,
    fallback: '0.0.0.0',
    meaning: 'The address that the service listens on',
  }),
  redisUrl: variable({
    name: 'REDIS_URL',
    parse: url('redis:', 'rediss:'),
    meaning: 'Redis or Valkey, 7 or newer: queues, run log and read model',
    secret: true,
  }),
  redisKeyPrefix: variable({
    name: 'REDIS_KEY_PREFIX',
    parse: text,
    fallback: 'taskhook',
    meaning: 'The start of every Redis key, so that installations can share a server',
  }),
  logLevel: variable({
    name: 'LOG_LEVEL',
    parse: oneOf(['error', 'warn', 'info', 'debug']),
    fallback: 'info',
    meaning: 'The least important log line that is written',
  }),
  logFormat: variable({
    name: 'LOG_FORMAT',
    parse: oneOf(['json', 'pretty']),
    fallback: 'json',
    meaning: 'One JSON object per line, or lines for a terminal',
  }),
  oldSecretKeys: variable({
    name: 'TASKHOOK_OLD_SECRET_KEYS',
    parse: listOfBase64Bytes(32),
    fallback: '',
    meaning:
      'Earlier values of TASKHOOK_SECRET_KEY, separated by commas: what they have sealed still opens, and is sealed anew when it is saved',
    secret: true,
  }),
  shutdownTimeout: variable({
    name: 'SHUTDOWN_TIMEOUT',
    parse: duration,
    fallback: '20s',
    meaning: 'How long a stopping service may take to finish what it has begun',
  }),
} as const;
