import { once } from 'node:events';
import { join } from 'node:path';
import type { TaskhookError } from '@taskhook/errors';
import { sayWhenSlow } from '../say-when-slow.ts';
import { startMongodb } from '../servers/mongodb.ts';
import { startRedis } from '../servers/redis.ts';
import { checkPorts } from './check-ports.ts';
import { prepareDataDir } from './data-dir.ts';
import { demoWebhook } from './demo-task.ts';
import type { Foreground } from './in-foreground.ts';
import { endLeftovers } from './leftovers.ts';
import { lockDataDir } from './lock.ts';
import { runServer } from './run-server.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { serviceEnv, type ServerUrls } from './service-env.ts';
import type { Service } from './services.ts';
import type { Settings } from './settings.ts';
import { signInLink } from './sign-in-link.ts';
import { startService } from './start-service.ts';
import { summary } from './summary.ts';
import { Supervisor } from './supervisor.ts';

const database = 'taskhook';

type Context = Pick<Foreground, 'log' | 'signal'>;

/**
 * Starts the servers and the services, makes the demo task, tells how to use them and runs until the
 * signal is aborted; then everything is stopped in reverse order. Throws when a part cannot be
 * started or kept alive, after the others have been stopped.
 */
export async function runAll(settings: Settings, services: Service[], context: Context): Promise<void> {
  const stack = new AsyncDisposableStack();
  try {
    await run(settings, services, context, stack);
  } catch (error) {
    const aborted = context.signal.aborted && error instanceof Error && error.name === 'AbortError';
    if (!aborted) throw error;
  } finally {
    await stack.disposeAsync();
  }
}

async function run(
  settings: Settings,
  services: Service[],
  context: Context,
  stack: AsyncDisposableStack,
): Promise<void> {
  const { dataDir, env } = settings;
  prepareDataDir(dataDir);
  stack.defer(lockDataDir(dataDir, process.pid));
  await endLeftovers(dataDir, context.log);
  await checkPorts(settings);
  const secrets = loadSecrets(dataDir, env);

  for (const { prepare } of services) await prepare?.(context);
  const servers = await startServers(settings, context, stack);
  const childEnv = serviceEnv(settings, secrets, servers.urls);
  const supervisors = await startServices(services, settings, childEnv, context, stack);
  await tell(settings, secrets, childEnv, context);

  const failures = [...servers.supervisors, ...supervisors].map(({ failed }) => failed);
  await untilEnd(context.signal, failures);
}

async function startServers(settings: Settings, { log, signal }: Context, stack: AsyncDisposableStack) {
  const { dataDir, env } = settings;
  const options = (part: string) => ({ dataDir: join(dataDir, part), env, log, signal });
  const redis = await runServer('Redis', startRedis, options('redis'));
  stack.defer(() => redis.supervisor.stop());
  const mongodb = await runServer('MongoDB', startMongodb, options('mongodb'));
  stack.defer(() => mongodb.supervisor.stop());
  const urls: ServerUrls = {
    redis: redis.url,
    mongodb: env['MONGODB_URL'] || `${mongodb.url}/${database}`,
  };
  return { urls, supervisors: [redis.supervisor, mongodb.supervisor] };
}

/** All at once: each waits for what it needs. They are stopped at once too. */
async function startServices(
  services: Service[],
  settings: Settings,
  env: NodeJS.ProcessEnv,
  { log, signal }: Context,
  stack: AsyncDisposableStack,
): Promise<Supervisor[]> {
  const supervisors = services.map((service) => {
    const start = (aborted: AbortSignal) => startService(service, settings, env, { log, signal: aborted });
    return new Supervisor({ name: service.name, start, log });
  });
  const names = services.map(({ name }) => name).join(', ');
  stack.defer(async () => {
    const stop = () => Promise.all(supervisors.map((supervisor) => supervisor.stop()));
    await sayWhenSlow(`waiting for ${names} to finish`, log, stop);
  });
  await sayWhenSlow(`starting ${names}`, log, () =>
    Promise.all(supervisors.map((supervisor) => supervisor.start(signal))),
  );
  return supervisors;
}

async function tell(
  settings: Settings,
  { adminKey }: Secrets,
  env: NodeJS.ProcessEnv,
  { log }: Context,
): Promise<void> {
  const api = `http://${settings.localHost}:${settings.ports.REGISTRY_PORT}`;
  const webhook = await sayWhenSlow('making the demo task', log, () => demoWebhook({ url: api, adminKey }));
  const link = await signInLink({ url: api, adminKey });
  log(summary({ settings, adminKey, link, webhook, outboundAllow: env['TASKHOOK_OUTBOUND_ALLOW'] ?? '' }));
}

async function untilEnd(signal: AbortSignal, failures: Promise<TaskhookError>[]): Promise<void> {
  if (signal.aborted) return;
  const end = await Promise.race([once(signal, 'abort'), ...failures]);
  if (end instanceof Error) throw end;
}
