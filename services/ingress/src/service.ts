import { createApp, startAdminServer, startServer, withDirectRoute, type ServerLimits } from '@taskhook/http';
import { Resources } from '@taskhook/lifecycle';
import { connectRedis, createReadModel, redisKeys, type Redis } from '@taskhook/queue';
import { createMetrics, type Logger } from '@taskhook/telemetry';
import { createVault } from '@taskhook/vault';
import { createAcceptance } from './accept/acceptance.ts';
import type { IngressConfig } from './config.ts';
import { watchDurability } from './durability-watch.ts';
import { readDurability } from './durability.ts';
import { createEvents, type IngressEvents } from './events.ts';
import { bodyMemory } from './limit/body-memory.ts';
import { requestLimits } from './limit/request-limits.ts';
import { createIngressMetrics } from './metrics.ts';
import { readinessChecks } from './readiness.ts';
import { leadRoute, webhookRoutes } from './routes/index.ts';
import type { ReceiveParts } from './routes/receive-lead.ts';
import { webhookFinder } from './webhook/find-webhook.ts';

export interface IngressService {
  port: number;
  adminPort: number;
  /** Finishes what was begun; gives the names of what did not close in time. */
  close(): Promise<string[]>;
}

const ADMIN_GRACE_MS = 500;

/** What a test may put in the place of the real thing. */
export interface Overrides {
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
}

/** Part of the time to stop that running requests get; the rest is for what they left to be written. */
const REQUEST_SHARE = 0.75;

/** Starts everything that ingress consists of. Throws `start_failed`, with nothing left running. */
export async function startService(
  config: IngressConfig,
  logger: Logger,
  overrides: Overrides = {},
): Promise<IngressService> {
  const resources = new Resources(logger);
  try {
    return await start({ config, logger, resources, now: overrides.now ?? Date.now });
  } catch (error) {
    await resources.close(config.shutdownTimeout);
    throw error;
  }
}

interface Base {
  config: IngressConfig;
  logger: Logger;
  resources: Resources;
  now: () => number;
}

async function start({ config, logger, resources, now }: Base): Promise<IngressService> {
  const { host, redisUrl: url } = config;
  const registry = createMetrics({ processMetrics: true });
  const metrics = createIngressMetrics(registry);
  const events = createEvents(logger, metrics);
  const keys = redisKeys(config.redisKeyPrefix, config.secretKey);
  const commands = await connectRedis({ url, name: 'ingress', purpose: 'answer', logger });
  resources.add('redis commands', commands, disconnect);
  const subscriber = await connectRedis({ url, name: 'ingress-changes', purpose: 'work', logger });
  resources.add('redis subscriber', subscriber, disconnect);
  // An evicting Redis ends the start; the watch only alarms, since a running ingress has leads in it.
  await readDurability(commands);
  const durability = watchDurability(commands, events, logger);
  resources.add('durability watch', durability, (watch) => watch.close());

  const readModel = await createReadModel({ commands, subscriber, keys, logger });
  const acceptance = createAcceptance({ redis: commands, keys, events });
  resources.add('accepted leads', acceptance, (made) => made.idle());

  const state = { stopping: false };
  const checks = readinessChecks({ commands, subscriber, durability, stopping: () => state.stopping });
  const adminOptions = { host, port: config.adminPort, logger, metrics: registry, checks };
  const admin = await startAdminServer(adminOptions);
  resources.add('admin server', admin, (server) => server.close(ADMIN_GRACE_MS));

  const vault = createVault(config.secretKey, config.oldSecretKeys);
  const parts: ReceiveParts = {
    findWebhook: webhookFinder({ readModel, vault, now }),
    findConnection: (id) => readModel.connection(id),
    acceptance,
    keys,
    events,
    publicUrl: config.publicUrl,
    limits: requestLimits({ ...config, redis: commands, keys, events, isAway: () => false }),
    memory: bodyMemory(config.maxBodyMemory),
    now,
  };
  const app = createApp({ logger, metrics: metrics.http, routes: webhookRoutes(parts) });
  const listener = withDirectRoute(app, leadRoute(parts), { logger, metrics: metrics.http });
  const limits = serverLimits(config, events);
  const server = await startServer({ host, port: config.port, listener, limits });
  resources.add('webhook server', server, (made) => made.close(config.shutdownTimeout * REQUEST_SHARE));
  const close = (): Promise<string[]> => {
    state.stopping = true;
    return resources.close(config.shutdownTimeout);
  };
  return { port: server.port, adminPort: admin.port, close };
}

function serverLimits(config: IngressConfig, events: IngressEvents): ServerLimits {
  return {
    headersTimeoutMs: config.headersTimeout,
    requestTimeoutMs: config.requestTimeout,
    maxConnections: config.maxConnections,
    maxRequests: config.maxRequests,
    refused: (what) => events.refused(what),
  };
}

const disconnect = (redis: Redis): void => redis.disconnect();
