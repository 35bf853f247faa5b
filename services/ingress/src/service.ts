import { createApp, startAdminServer, startServer, withDirectRoute, type ServerLimits } from '@taskhook/http';
import { Resources } from '@taskhook/lifecycle';
import { redisKeys } from '@taskhook/queue';
import { createMetrics, type Logger } from '@taskhook/telemetry';
import { createAddressHasher, createVault } from '@taskhook/vault';
import { createAcceptance } from './accept/acceptance.ts';
import type { IngressConfig } from './config.ts';
import { connect } from './connect.ts';
import { createInbound } from './inbound/create-inbound.ts';
import { createEvents, type IngressEvents } from './events.ts';
import { bodyMemory } from './limit/body-memory.ts';
import { requestLimits } from './limit/request-limits.ts';
import { createIngressMetrics } from './metrics.ts';
import { readinessChecks } from './readiness.ts';
import { leadRoute, WEBHOOK, webhookRoutes } from './routes/index.ts';
import type { ReceiveParts } from './routes/receive-lead.ts';
import { openLocalDisk } from './spool/local-disk.ts';
import { startSpool } from './spool/start-spool.ts';
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
  const { host } = config;
  const registry = createMetrics({ processMetrics: true });
  const metrics = createIngressMetrics(registry);
  const events = createEvents(logger, metrics);
  const keys = redisKeys(config.redisKeyPrefix, config.secretKey);
  const vault = createVault(config.secretKey, config.oldSecretKeys);
  const disk = await openLocalDisk(config, vault, { events, metrics: metrics.spool, resources });
  const connections = await connect({ config, keys, events, logger, resources }, disk);
  const { commands, readModel } = connections;
  const isAway = disk?.circuit.isOpen ?? (() => false);
  const direct = createAcceptance({ redis: commands, keys, events, isAway });
  resources.add('accepted leads', direct, (made) => made.idle());
  const addresses = createAddressHasher(config.secretKey, config.oldSecretKeys);
  const spoolParts = {
    ...connections,
    keys,
    vault,
    addresses,
    events,
    logger,
    resources,
    acceptance: direct,
    countAnswerTimes: () => metrics.http.countTimes(WEBHOOK),
  };
  const acceptance = startSpool(spoolParts, disk);

  const state = { stopping: false };
  const checks = readinessChecks({ ...connections, disk, stopping: () => state.stopping });
  const adminOptions = { host, port: config.adminPort, logger, metrics: registry, checks };
  const admin = await startAdminServer(adminOptions);
  resources.add('admin server', admin, (server) => server.close(ADMIN_GRACE_MS));

  const memory = bodyMemory(config.maxBodyMemory);
  const parts: ReceiveParts = {
    findWebhook: webhookFinder({ readModel, vault, now }),
    findConnection: (id) => readModel.connection(id),
    acceptance,
    keys,
    events,
    publicUrl: config.publicUrl,
    limits: requestLimits({ ...config, redis: commands, keys, events, isAway }),
    memory,
    now,
  };
  const told = { redis: commands, keys, readModel, vault, events, memory, now };
  const routes = webhookRoutes(parts, createInbound({ config, resources, ...told }));
  const app = createApp({ logger, metrics: metrics.http, routes });
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
