import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('nothing set gives the documented ports, loopback, and .data in the root', () => {
  const settings = readSettings({}, '/root-of-it');
  expect(settings).toMatchObject({ dataDir: '/root-of-it/.data', host: '127.0.0.1' });
  expect(settings.ports).toEqual({
    INGRESS_PORT: 8080,
    REGISTRY_PORT: 8081,
    INGRESS_ADMIN_PORT: 9080,
    REGISTRY_ADMIN_PORT: 9081,
    RUNNER_ADMIN_PORT: 9082,
  });
});

test('every port that does not parse is named at once', () => {
  const env = { INGRESS_PORT: 'eighty', REGISTRY_PORT: '70000', RUNNER_ADMIN_PORT: '9' };
  expect(() => readSettings(env, '/')).toThrow(/INGRESS_PORT.*REGISTRY_PORT/);
  expect(() => readSettings(env, '/')).not.toThrow(/RUNNER_ADMIN_PORT/);
});

test('an address for all interfaces is called as loopback from this machine', () => {
  expect(readSettings({ HOST: '0.0.0.0' }, '/')).toMatchObject({ host: '0.0.0.0', localHost: '127.0.0.1' });
});
