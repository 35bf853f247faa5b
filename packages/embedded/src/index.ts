export { buildConsole } from './console/build-console.ts';
export { ensureChromium, findChromium } from './servers/chromium.ts';
export { startMongodb } from './servers/mongodb.ts';
export { startRedis } from './servers/redis.ts';
export type { EmbeddedServer, Log, ServerOptions } from './servers/server.ts';
