import { join } from 'node:path';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

export interface ServerUrls {
  redis: string;
  mongodb: string;
}

/** Loopback: what outgoing calls may reach on a machine of one's own, besides public addresses. */
const loopback = '127.0.0.0/8,::1/128';

/** The environment of the services. What the user has set stays; the rest suits one machine. */
export function serviceEnv(settings: Settings, secrets: Secrets, urls: ServerUrls): NodeJS.ProcessEnv {
  const { env, ports, host, localHost } = settings;
  const portTexts = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  const defaults = {
    PUBLIC_URL: `http://${localHost}:${ports.INGRESS_PORT}`,
    TASKHOOK_OUTBOUND_ALLOW: loopback,
    INGRESS_SPOOL_DIR: join(settings.dataDir, 'spool'),
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'pretty',
    // Below the deadline after which a service is killed.
    SHUTDOWN_TIMEOUT: '12s',
  };
  return {
    ...defaults,
    ...withoutEmpty(env),
    ...portTexts,
    HOST: host,
    REDIS_URL: urls.redis,
    MONGODB_URL: urls.mongodb,
    TASKHOOK_ADMIN_KEY: secrets.adminKey,
    TASKHOOK_SECRET_KEY: secrets.secretKey,
  };
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
