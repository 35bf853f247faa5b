import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis, type EmbeddedServer } from '@taskhook/embedded';
import { connectRedis, createLeadQueues, redisKeys } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { freePorts, until, type ServiceName } from '@taskhook/testing';
import type { BenchOptions } from '../bench.ts';
import { createLedger } from '../measure/ledger.ts';
import { startService, type RunningService } from './service.ts';

/** A Redis that fsyncs every write, and the services around it, all as processes of their own. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

const adminPortOf: Record<ServiceName, string> = {
  ingress: 'INGRESS_ADMIN_PORT',
  'task-runner': 'RUNNER_ADMIN_PORT',
  'task-registry': 'REGISTRY_ADMIN_PORT',
};

const DRAIN_MS = 600_000;

/** Everything that is opened is closed, last first, with the stack. */
export async function openStage(
  stack: AsyncDisposableStack,
  { profileDir }: Pick<BenchOptions, 'profileDir'>,
  { alone = true }: { alone?: boolean } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-bench-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer(stack, join(folder, 'redis'));
  const redis = await connectRedis({
    url: server.url,
    name: 'bench',
    purpose: 'work',
    logger: silentLogger,
  });
  stack.defer(() => redis.disconnect());
  const keys = redisKeys('bench');
  const queues = createLeadQueues(redis, keys);
  stack.defer(() => queues.close());
  const [ingressPort = 0, registryPort = 0] = await freePorts(2);
  const environment: Record<string, string> = {
    REDIS_URL: server.url,
    REDIS_KEY_PREFIX: 'bench',
    TASKHOOK_ADMIN_KEY: 'bench-admin-key',
    TASKHOOK_SECRET_KEY: randomBytes(32).toString('base64'),
    HOST: '127.0.0.1',
    INGRESS_PORT: String(ingressPort),
    REGISTRY_PORT: String(registryPort),
    PUBLIC_URL: `http://127.0.0.1:${ingressPort}`,
    ...(profileDir === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileDir}` }),
  };
  return {
    folder,
    redis,
    redisUrl: server.url,
    redisPid: server.pid,
    keys,
    queues,
    environment,
    ingressUrl: `http://127.0.0.1:${ingressPort}`,
    registryUrl: `http://127.0.0.1:${registryPort}`,
    ledger: await createLedger(redis, keys, { alone }),
    start: async (name: ServiceName, more: Record<string, string> = {}): Promise<RunningService> => {
      const [adminPort = 0] = await freePorts(1);
      const ports = { [adminPortOf[name]]: String(adminPort) };
      const ready = `http://127.0.0.1:${adminPort}/readyz`;
      const log = join(folder, `${name}.log`);
      const service = await startService(name, { ...environment, ...ports, ...more }, ready, log);
      stack.defer(() => service.close());
      return service;
    },
    /** Waits until every step of the channel `preview` is done. */
    drained: () => drained(queues),
  };
}

async function startServer(
  stack: AsyncDisposableStack,
  dataDir: string,
): Promise<EmbeddedServer & { pid: number }> {
  // An address given in the environment would be somebody's data.
  const env = { ...process.env, REDIS_URL: '' };
  const server = await startRedis({ dataDir, env, log: () => undefined });
  stack.defer(() => server.close());
  const { pid } = server;
  if (pid === undefined) throw new Error('the bench needs a redis-server of its own on the PATH');
  return { ...server, pid };
}

async function drained(queues: ReturnType<typeof createLeadQueues>): Promise<void> {
  const isEmpty = async (): Promise<boolean> => {
    const { waiting, active, delayed } = await queues.stats('preview');
    return waiting + active + delayed === 0;
  };
  await until('the queue to drain', isEmpty, DRAIN_MS);
}
