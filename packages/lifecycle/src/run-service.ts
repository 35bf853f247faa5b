import { once } from 'node:events';
import { TaskhookError, toTaskhookError } from '@taskhook/errors';
import type { Logger, ProcessLogger } from '@taskhook/telemetry';

/** A running service. `close` finishes what was begun, and gives the names of what did not close in time. */
export interface Service {
  close(): Promise<string[]>;
  /** Resolves when the service can go on no longer and only a new process can help. */
  failed?: Promise<Error>;
}

export interface ServiceDefinition<C> {
  name: string;
  /** Throws `invalid_configuration`. */
  configure(environment: NodeJS.ProcessEnv): C;
  logger(config: C): ProcessLogger;
  /** Resolves when the service is ready for work; closes what it made when it fails half-way. */
  start(config: C, logger: Logger): Promise<Service>;
}

/**
 * Runs a service as a process: environment, configuration, start, and stop on a signal. The first
 * SIGTERM or SIGINT closes it, the second ends it at once; one that has failed is closed as well. Exit codes:
 * 0 stopped cleanly, 1 anything else.
 */
export async function runService<C>(host: NodeJS.Process, definition: ServiceDefinition<C>): Promise<void> {
  const config = configure(host, definition);
  if (config === undefined) return;
  const logger = definition.logger(config);
  host.on('exit', () => logger.flush());
  host.on('uncaughtException', (error) => {
    logger.error('uncaught exception', { error });
    host.exit(1);
  });
  const stopped = Promise.race([once(host, 'SIGTERM'), once(host, 'SIGINT'), orphaned(host)]);
  try {
    const service = await Promise.race([definition.start(config, logger), stopped.then(() => undefined)]);
    if (service === undefined) host.exit(0); // Stopped while it was starting: nothing was begun.
    else await serve(host, service, logger, stopped);
  } catch (error) {
    logger.error('start failed', { error: toTaskhookError(error) });
    host.exit(1);
  }
}

async function serve(
  host: NodeJS.Process,
  service: Service,
  logger: Logger,
  stopped: Promise<unknown>,
): Promise<void> {
  logger.info('started');
  const failure = await Promise.race([
    stopped.then(() => undefined),
    ...(service.failed ? [service.failed] : []),
  ]);
  host.once('SIGTERM', () => host.exit(1)).once('SIGINT', () => host.exit(1));
  if (failure !== undefined) logger.error('service has failed', { error: failure });
  logger.info('stopping');
  const unclosed = await service.close();
  logger.info('stopped', { unclosed });
  host.exit(unclosed.length === 0 && failure === undefined ? 0 : 1);
}

function configure<C>(host: NodeJS.Process, definition: ServiceDefinition<C>): C | undefined {
  try {
    return definition.configure(host.env);
  } catch (error) {
    const problems = error instanceof TaskhookError ? (error.errors ?? []) : [];
    const lines = problems.map(({ field, message }) => `${field} ${message}`);
    const told = lines.length > 0 ? lines : [String(error)];
    host.stderr.write(told.map((line) => `${definition.name}: ${line}\n`).join(''));
    host.exit(1);
    return undefined;
  }
}

/** A service that was started with an IPC channel stops when its parent is gone. */
async function orphaned(host: NodeJS.Process): Promise<void> {
  if (host.connected) await once(host, 'disconnect');
  else await new Promise(() => undefined);
}
