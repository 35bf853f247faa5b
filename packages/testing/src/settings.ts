import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

/** What a service under test is configured with: the servers of the run, under names of this file's own. */
export interface TestSettings {
  redisUrl: string;
  mongodbUrl: string;
  keyPrefix: string;
  adminKey: string;
  secretKey: string;
}

/** Fresh for every call, so that two test files never meet. */
export function testSettings(): TestSettings {
  const name = `t${randomBytes(6).toString('hex')}`;
  return {
    redisUrl: inject('redisUrl'),
    mongodbUrl: withDatabase(inject('mongodbUrl'), name),
    keyPrefix: name,
    adminKey: `key-${name}`,
    secretKey: randomBytes(32).toString('base64'),
  };
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/** The settings as environment variables, with every port left to the system. */
export function testEnvironment(settings: TestSettings): Record<string, string> {
  return {
    REDIS_URL: settings.redisUrl,
    MONGODB_URL: settings.mongodbUrl,
    REDIS_KEY_PREFIX: settings.keyPrefix,
    TASKHOOK_ADMIN_KEY: settings.adminKey,
    TASKHOOK_SECRET_KEY: settings.secretKey,
    TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8,::1/128',
    HOST: '127.0.0.1',
    INGRESS_PORT: '0',
    INGRESS_ADMIN_PORT: '0',
    REGISTRY_PORT: '0',
    REGISTRY_ADMIN_PORT: '0',
    RUNNER_ADMIN_PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1:8080',
    LOG_LEVEL: 'warn',
  };
}
