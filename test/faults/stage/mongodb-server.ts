import { startMongodb, type EmbeddedServer } from '@taskhook/embedded';

/** A MongoDB server of the stage's own. */
export interface MongodbServer {
  port: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  ended(): Promise<unknown>;
}

export async function openMongodbServer(
  stack: AsyncDisposableStack,
  dataDir: string,
): Promise<MongodbServer> {
  const options = { dataDir, env: { ...process.env, MONGODB_URL: '' }, log: () => undefined };
  let server: EmbeddedServer = await startMongodb(options);
  stack.defer(() => server.close());
  const port = Number(new URL(server.url).port);
  return {
    port,
    start: async () => {
      server = await startMongodb({ ...options, port });
    },
    stop: () => server.close(),
    signal: (name) => {
      if (server.pid === undefined) throw new Error('the stage needs a MongoDB server of its own');
      process.kill(server.pid, name);
    },
    ended: async () => server.exited,
  };
}
