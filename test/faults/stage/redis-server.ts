import { startRedis, type EmbeddedServer } from '@taskhook/embedded';
import { connectRedis, type Redis } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';

/** A Redis of the stage's own that fsyncs every write, and that can be harmed. */
export interface RedisServer {
  port: number;
  start(): Promise<void>;
  /** Ends it by SIGTERM. */
  stop(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Settles when it has ended. */
  ended(): Promise<unknown>;
  /** Does something over a connection of its own. */
  ask<T>(work: (redis: Redis) => Promise<T>): Promise<T>;
}

export async function openRedisServer(stack: AsyncDisposableStack, dataDir: string): Promise<RedisServer> {
  // An address given in the environment would be somebody's data.
  const options = { dataDir, env: { ...process.env, REDIS_URL: '' }, log: () => undefined };
  let server: EmbeddedServer = await startRedis(options);
  stack.defer(() => server.close());
  const { url } = server;
  const port = Number(new URL(url).port);
  return {
    port,
    start: async () => {
      server = await startRedis({ ...options, port });
    },
    stop: () => server.close(),
    signal: (name) => {
      if (server.pid === undefined) throw new Error('the stage needs a redis-server on the PATH');
      process.kill(server.pid, name);
    },
    ended: async () => server.exited,
    ask: async (work) => {
      const redis = await connectRedis({ url, name: 'faults', purpose: 'work', logger: silentLogger });
      try {
        return await work(redis);
      } finally {
        redis.disconnect();
      }
    },
  };
}
