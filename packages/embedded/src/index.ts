export { buildConsole } from './console/build-console.ts';
export { startMongodb } from './servers/mongodb.ts';
export { startRedis } from './servers/redis.ts';
export type { EmbeddedServer, Log, ServerOptions } from './servers/server.ts';
