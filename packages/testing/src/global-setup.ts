import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureChromium, startMongodb, startRedis, type EmbeddedServer } from '@taskhook/embedded';

declare module 'vitest' {
  export interface ProvidedContext {
    redisUrl: string;
    mongodbUrl: string;
    /** `mongod` or `ferretdb`: what only a real mongod can prove says so by name. */
    mongodbKind: string;
  }
}

/** One Redis, one MongoDB and a browser for the whole run, in a folder that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-test-'));
  const options = { env: process.env, durable: false, log: (line: string) => console.log(line) };
  const servers: EmbeddedServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ensureChromium(options);
    const redis = await startRedis({ ...options, dataDir: join(folder, 'redis') });
    servers.push(redis);
    const mongodb = await startMongodb({ ...options, dataDir: join(folder, 'mongodb') });
    servers.push(mongodb);
    project.provide('redisUrl', redis.url);
    project.provide('mongodbUrl', mongodb.url);
    project.provide('mongodbKind', mongodb.kind);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
