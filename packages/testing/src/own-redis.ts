import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis, type EmbeddedServer } from '@taskhook/embedded';
import { testSettings, type TestSettings } from './settings.ts';

/** A Redis of the test's own, which it may stop, freeze and misconfigure. */
export interface OwnRedis {
  settings: TestSettings;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
  /** Starts it again, with its data, where it was. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-redis-'));
  const { PATH, HOME } = process.env;
  const options = { dataDir: folder, env: { PATH, HOME }, log: () => undefined };
  let server: EmbeddedServer = await startRedis(options);
  const port = Number(new URL(server.url).port);
  const signal = (name: NodeJS.Signals): void => {
    if (server.pid === undefined) throw new Error(`${server.kind} has no process to signal`);
    process.kill(server.pid, name);
  };
  return {
    settings: { ...testSettings(), redisUrl: server.url },
    signal,
    stop: () => server.close(),
    restart: async () => {
      server = await startRedis({ ...options, port });
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
