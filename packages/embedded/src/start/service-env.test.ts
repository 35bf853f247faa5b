import { expect, test } from 'vitest';
import { serviceEnv } from './service-env.ts';
import { readSettings } from './settings.ts';

const secrets = { adminKey: 'key', secretKey: 'secret' };
const urls = { redis: 'redis://127.0.0.1:1', mongodb: 'mongodb://127.0.0.1:2/taskhook' };

test('the services get the servers, the keys, every port, and loopback for outgoing calls', () => {
  expect(serviceEnv(readSettings({ INGRESS_PORT: '1234' }, '/'), secrets, urls)).toEqual({
    HOST: '127.0.0.1',
    INGRESS_PORT: '1234',
    REGISTRY_PORT: '8081',
    INGRESS_ADMIN_PORT: '9080',
    REGISTRY_ADMIN_PORT: '9081',
    RUNNER_ADMIN_PORT: '9082',
    PUBLIC_URL: 'http://127.0.0.1:1234',
    REDIS_URL: urls.redis,
    MONGODB_URL: urls.mongodb,
    TASKHOOK_ADMIN_KEY: 'key',
    TASKHOOK_SECRET_KEY: 'secret',
    TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8,::1/128',
    INGRESS_SPOOL_DIR: '/.data/spool',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'pretty',
    SHUTDOWN_TIMEOUT: '12s',
  });
});

test('what the user has set stays', () => {
  const env = {
    PUBLIC_URL: 'https://hooks.example',
    TASKHOOK_OUTBOUND_ALLOW: '10.0.0.0/8',
    LOG_LEVEL: 'debug',
  };
  expect(serviceEnv(readSettings(env, '/'), secrets, urls)).toMatchObject(env);
});
