import { isatty } from 'node:tty';
import { createLogger as createWinston, format, transports, type Logger as Winston } from 'winston';

export type LogFields = Record<string, unknown>;

/** Messages are constants, facts are fields. Fields hold ids and figures, never personal data. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  service: string;
  level: LogLevel;
  /** One JSON object per line, or lines for a person at a terminal. */
  format: 'json' | 'pretty';
}

/** A logger on standard output. */
export function createLogger(options: LoggerOptions): Logger {
  const winston = createWinston({
    level: options.level,
    defaultMeta: { service: options.service },
    format: options.format === 'json' ? json : pretty,
    transports: [new transports.Console()],
  });
  return wrap(winston);
}

/** A logger that tells nothing, for tests. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const expandErrors = format((info) => {
  for (const [key, value] of Object.entries(info)) {
    if (value instanceof Error) info[key] = describeError(value);
  }
  return info;
});

const json = format.combine(expandErrors(), format.timestamp(), format.json());

const pretty = format.combine(
  expandErrors(),
  ...(isatty(1) ? [format.colorize()] : []),
  format.timestamp({ format: 'HH:mm:ss.SSS' }),
  format.printf(({ timestamp, level, message, service, ...fields }) => {
    const facts = Object.entries(fields).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    return [timestamp, level, `[${String(service)}]`, message, ...facts].join(' ');
  }),
);

const MESSAGE_LENGTH = 500;

/** Name, code, message and stack of an error and of its causes. */
function describeError(error: Error, depth = 0): LogFields {
  const { cause } = error;
  const code = 'code' in error ? { code: error.code } : {};
  return {
    name: error.name,
    ...code,
    message: error.message.slice(0, MESSAGE_LENGTH),
    stack: error.stack
      ?.split('\n')
      .slice(1, 8)
      .map((line) => line.trim()),
    ...(cause instanceof Error && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

function wrap(winston: Winston): Logger {
  return {
    debug: (message, fields) => void winston.debug(message, fields),
    info: (message, fields) => void winston.info(message, fields),
    warn: (message, fields) => void winston.warn(message, fields),
    error: (message, fields) => void winston.error(message, fields),
  };
}

function ignore(): void {
  // A silent logger has nothing to do.
}
