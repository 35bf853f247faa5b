import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { loadConfig } from '@taskhook/config';
import { startMongodb, startRedis } from '@taskhook/embedded';
import { createLogger } from '@taskhook/telemetry';
import { configTable as ingressTable } from '../../services/ingress/src/config.ts';
import { startService as startIngress } from '../../services/ingress/src/service.ts';
import { configTable as registryTable } from '../../services/task-registry/src/config.ts';
import { startService as startRegistry } from '../../services/task-registry/src/service.ts';

/** A real ingress and a real task-registry on servers of their own; ingress' clock is the caller's. */
export interface Servers {
  api: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  /** Milliseconds since 1970 that ingress takes for now. */
  clock: { now: number };
  close: () => Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-corpus-'));
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const closeOne of closers.toReversed()) await closeOne();
  };
  try {
    const options = { env: process.env, durable: false, log: () => undefined };
    const redis = await startRedis({ ...options, dataDir: join(folder, 'redis') });
    closers.push(() => redis.close());
    const mongodb = await startMongodb({ ...options, dataDir: join(folder, 'mongodb') });
    closers.push(() => mongodb.close());
    return { ...(await startServices(redis.url, mongodb.url, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const ADMIN_KEY = 'corpus-admin-key';

async function startServices(
  redisUrl: string,
  mongodbUrl: string,
  closers: (() => Promise<unknown>)[],
): Promise<Omit<Servers, 'close'>> {
  const environment = {
    REDIS_URL: redisUrl,
    MONGODB_URL: mongodbUrl,
    TASKHOOK_ADMIN_KEY: ADMIN_KEY,
    TASKHOOK_SECRET_KEY: randomBytes(32).toString('base64'),
    HOST: '127.0.0.1',
    INGRESS_PORT: '0',
    INGRESS_ADMIN_PORT: '0',
    REGISTRY_PORT: '0',
    REGISTRY_ADMIN_PORT: '0',
    PUBLIC_URL: 'https://hooks.example.com',
  };
  const logger = createLogger({ service: 'corpus', level: 'error', format: 'pretty', out: process.stdout });
  const clock = { now: Date.now() };
  const ingress = await startIngress(loadConfig(ingressTable, environment), logger, { now: () => clock.now });
  closers.push(() => ingress.close());
  const publicUrl = { PUBLIC_URL: `http://127.0.0.1:${ingress.port}` };
  const registry = await startRegistry(loadConfig(registryTable, { ...environment, ...publicUrl }), logger);
  closers.push(() => registry.close());
  return {
    clock,
    api: async <T>(method: string, path: string, body?: unknown): Promise<T> => {
      const headers = { authorization: `Bearer ${ADMIN_KEY}` };
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`http://127.0.0.1:${registry.port}${path}`, { method, headers, ...init });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
      return answer as T;
    },
  };
}
