import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, openLink, type Link, type ServiceName } from '@taskhook/testing';
import { apiOf, type Api } from './api.ts';
import { openMongodbServer, type MongodbServer } from './mongodb-server.ts';
import { openRedisServer, type RedisServer } from './redis-server.ts';
import { superviseService, type SupervisedService } from './supervised-service.ts';

export interface StageOptions {
  /** How many of each; one where it is not named. */
  ingresses?: number;
  runners?: number;
  /** More variables for every service. */
  environment?: Record<string, string>;
  /** The folder of Redis' data, where it has to be another one than the stage's own. */
  redisDir?: string;
}

/** A service, and the link between it and Redis. */
export interface StagedService extends SupervisedService {
  redisLink: Link;
}

/** Redis and MongoDB and the services around them, all as processes of their own, with links between them. */
export interface Stage {
  folder: string;
  redis: RedisServer;
  mongodb: MongodbServer;
  mongodbLink: Link;
  ingresses: StagedService[];
  runners: StagedService[];
  registry: StagedService;
  /** All of them. */
  services: StagedService[];
  /** Where each ingress listens. */
  ingressUrls: string[];
  api: Api;
  /** Starts another service, which is closed with the others. */
  start(name: ServiceName, more?: Record<string, string>): Promise<StagedService>;
}

const ADMIN_KEY = 'faults-admin-key';
const adminPortOf: Record<ServiceName, string> = {
  ingress: 'INGRESS_ADMIN_PORT',
  'task-runner': 'RUNNER_ADMIN_PORT',
  'task-registry': 'REGISTRY_ADMIN_PORT',
};

/** Ready when it resolves. Everything that is opened is closed, last first, with the stack. */
export async function openStage(stack: AsyncDisposableStack, options: StageOptions = {}): Promise<Stage> {
  const { ingresses = 1, runners = 1 } = options;
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-faults-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const [redis, mongodb] = await Promise.all([
    openRedisServer(stack, options.redisDir ?? join(folder, 'redis')),
    openMongodbServer(stack, join(folder, 'mongodb')),
  ]);
  const mongodbLink = await link(stack, mongodb.port);
  const [registryPort = 0, ...ports] = await freePorts(1 + ingresses);
  const ingressUrls = ports.map((port) => `http://127.0.0.1:${port}`);
  const shared = {
    ...sharedEnvironment(folder),
    MONGODB_URL: `mongodb://127.0.0.1:${mongodbLink.port}/faults`,
    REGISTRY_PORT: String(registryPort),
    PUBLIC_URL: ingressUrls[0] ?? '',
    ...options.environment,
  };
  const start = (name: ServiceName, more: Record<string, string> = {}): Promise<StagedService> =>
    startService(stack, name, { ...shared, ...more }, redis.port);
  const registry = await start('task-registry');
  const staged = {
    ingresses: await all(ports, (port) => start('ingress', { INGRESS_PORT: String(port) })),
    runners: await all([...Array(runners).keys()], () => start('task-runner')),
  };
  const services = [registry, ...staged.ingresses, ...staged.runners];
  await all(services, (service) => service.untilReady());
  const api = apiOf(`http://127.0.0.1:${registryPort}`, ADMIN_KEY);
  return { folder, redis, mongodb, mongodbLink, registry, ...staged, services, ingressUrls, api, start };
}

async function startService(
  stack: AsyncDisposableStack,
  name: ServiceName,
  environment: Record<string, string>,
  redisPort: number,
): Promise<StagedService> {
  const redisLink = await link(stack, redisPort);
  const [adminPort = 0] = await freePorts(1);
  const service = superviseService(
    name,
    {
      ...environment,
      REDIS_URL: `redis://127.0.0.1:${redisLink.port}`,
      [adminPortOf[name]]: String(adminPort),
    },
    `http://127.0.0.1:${adminPort}/readyz`,
  );
  stack.defer(() => service.close());
  return { ...service, redisLink };
}

function sharedEnvironment(folder: string): Record<string, string> {
  return {
    REDIS_KEY_PREFIX: 'faults',
    TASKHOOK_ADMIN_KEY: ADMIN_KEY,
    TASKHOOK_SECRET_KEY: randomBytes(32).toString('base64'),
    TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    INGRESS_SPOOL_DIR: join(folder, 'spool'),
    INGRESS_SPOOL_MIN_FREE: '1MiB',
  };
}

async function link(stack: AsyncDisposableStack, port: number): Promise<Link> {
  const opened = await openLink(port);
  stack.defer(() => opened.close());
  return opened;
}

const all = <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> =>
  Promise.all(items.map(work));
