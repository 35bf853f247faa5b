import { isatty } from 'node:tty';
import { createLogger as createWinston, format, transports, type Logger as Winston } from 'winston';
import { jsonLine } from './json-line.ts';
import { createLineWriter, type LineWriter } from './line-writer.ts';

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
  /** Standard output. */
  out: NodeJS.WritableStream;
}

/** The logger of a process. */
export interface ProcessLogger extends Logger {
  /** Writes what is still held back: for the end of the process. */
  flush(): void;
}

/**
 * A logger that writes lines as JSON in groups, one per turn of the event loop, and warnings and errors
 * at once.
 */
export function createLogger(options: LoggerOptions): ProcessLogger {
  const winston = createWinston({
    level: options.level,
    defaultMeta: { service: options.service },
    format: options.format === 'json' ? json : pretty,
    transports: [new transports.Stream({ stream: options.out })],
  });
  const lines = createLineWriter(options.out);
  const plain = inOrder(winston, lines);
  const grouped = options.format === 'json' ? groupLines(options, lines, plain) : {};
  return { ...plain, ...grouped, flush: () => lines.flush() };
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

/** What was held back goes first, so that the lines stay in their order. */
function inOrder(winston: Winston, lines: LineWriter): Logger {
  const log =
    (level: LogLevel): Logger['info'] =>
    (message, fields) => {
      lines.flush();
      winston.log(level, message, fields);
    };
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}

/** The lines of every lead: winston takes 20 µs for each. */
function groupLines(
  { service, level }: LoggerOptions,
  lines: LineWriter,
  plain: Logger,
): Pick<Logger, 'debug' | 'info'> {
  const log = (lineLevel: 'debug' | 'info'): Logger['info'] => {
    if (logLevels.indexOf(lineLevel) > logLevels.indexOf(level)) return ignore;
    return (message, fields) => {
      const line = jsonLine(lineLevel, message, service, fields);
      if (line === undefined) plain[lineLevel](message, fields);
      else lines.add(line);
    };
  };
  return { debug: log('debug'), info: log('info') };
}

function ignore(): void {
  // A silent logger has nothing to do.
}
