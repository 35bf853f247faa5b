import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startRedis } from '../src/index.ts';
import { pingRedis } from '../src/servers/ping-redis.ts';
import { killAll } from '../src/start/leftovers.ts';
import { waitUntil } from '../src/wait-until.ts';
import {
  alive,
  launch,
  makeInstallation,
  pidsOf,
  type Installation,
  type Launcher,
} from './fixtures/launcher.ts';

const running = 'Ctrl-C stops everything';
let installation: Installation;
let launchers: Launcher[];

const start = () => {
  const launcher = launch(installation);
  launchers.push(launcher);
  return launcher;
};
const interrupt = async (launcher: Launcher) => {
  process.kill(-launcher.pid, 'SIGINT');
  return launcher.exit;
};

beforeEach(async () => {
  installation = await makeInstallation();
  launchers = [];
});

afterEach(async () => {
  for (const launcher of launchers) launcher.child.kill('SIGKILL');
  await Promise.all(launchers.map(({ exit }) => exit));
  killAll(installation.dataDir);
  installation.remove();
});

test('it starts everything, tells how to use it, and Ctrl-C leaves nothing running', async () => {
  const launcher = start();
  await launcher.said(running);
  expect(launcher.output()).toContain(`http://127.0.0.1:${installation.env['INGRESS_PORT']}/w/`);
  expect(launcher.output()).toContain(
    `Bearer ${readFileSync(join(installation.dataDir, 'admin-key'), 'utf8').trim()}`,
  );
  const pids = pidsOf(installation);
  expect(alive(pids)).toHaveLength(5);

  expect(await interrupt(launcher)).toBe(0);
  expect(alive(pids)).toEqual([]);
});

test('the services stop before the servers', async () => {
  const launcher = start();
  await launcher.said(running);
  await interrupt(launcher);
  for (const name of ['task-registry', 'ingress', 'task-runner']) {
    expect(launcher.output()).toContain(`[${name}] ${name} stops, Redis is there`);
  }
});

test('a second start finds the webhook and the keys of the first', async () => {
  const facts = (text: string) => [/Webhook +(\S+)/.exec(text)?.[1], /Admin key +(\S+)/.exec(text)?.[1]];
  const first = start();
  await first.said(running);
  await interrupt(first);
  const second = start();
  await second.said(running);
  await interrupt(second);
  expect(facts(first.output())[0]).toMatch(/\/w\/\d+/);
  expect(facts(second.output())).toEqual(facts(first.output()));
});

test('the keys are readable by their owner only', async () => {
  const launcher = start();
  await launcher.said(running);
  await interrupt(launcher);
  for (const name of ['admin-key', 'secret-key']) {
    expect(statSync(join(installation.dataDir, name)).mode & 0o777).toBe(0o600);
  }
});

test('a taken port is named with its variable, and nothing is left running', async () => {
  const squatter = createServer().listen(Number(installation.env['REGISTRY_PORT']), '127.0.0.1');
  await once(squatter, 'listening');
  const launcher = start();
  expect(await launcher.exit).toBe(1);
  squatter.close();
  expect(launcher.output()).toContain(`port ${installation.env['REGISTRY_PORT']} (REGISTRY_PORT) is taken`);
  expect(pidsOf(installation)).toEqual([]);
});

test('a file in the place of the data folder gives one clear line', async () => {
  writeFileSync(installation.dataDir, '');
  const launcher = start();
  expect(await launcher.exit).toBe(1);
  expect(launcher.output().trim().split('\n')).toHaveLength(1);
  expect(launcher.output()).toContain('a file stands in the place of the folder');
  expect(launcher.output()).toContain('TASKHOOK_DATA_DIR');
});

test('a damaged key gives one clear line', async () => {
  mkdirSync(installation.dataDir);
  writeFileSync(join(installation.dataDir, 'secret-key'), 'short');
  const launcher = start();
  expect(await launcher.exit).toBe(1);
  expect(launcher.output().trim().split('\n')).toHaveLength(1);
  expect(launcher.output()).toContain('secret-key is damaged');
});

test('data that Redis cannot read stop the start and leave nothing running', async () => {
  const folder = join(installation.dataDir, 'redis', 'appendonlydir');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'appendonly.aof.manifest'), 'nonsense\n');
  const launcher = start();
  expect(await launcher.exit).toBe(1);
  expect(launcher.output()).toMatch(/Redis ended at its start/);
  expect(pidsOf(installation)).toEqual([]);
});

test('a second launcher on the same data folder is refused, and the first lives on', async () => {
  const first = start();
  await first.said(running);
  const second = start();
  expect(await second.exit).toBe(1);
  expect(second.output().trim().split('\n')).toHaveLength(1);
  expect(second.output()).toContain(
    `already running with the data folder ${installation.dataDir} (pid ${first.pid})`,
  );
  expect(alive(pidsOf(installation))).toHaveLength(5);
  expect(await interrupt(first)).toBe(0);
});

test('what a killed launcher left behind is stopped by the next start', async () => {
  const first = start();
  await first.said(running);
  const left = pidsOf(installation);
  process.kill(first.pid, 'SIGKILL');
  await first.exit;
  expect(alive(left)).not.toEqual([]);

  const second = start();
  await second.said(running);
  expect(alive(left)).toEqual([]);
  expect(await interrupt(second)).toBe(0);
});

test('a service that dies is started again', async () => {
  const launcher = start();
  await launcher.said(running);
  const pidOf = async () =>
    (await fetch(`http://127.0.0.1:${installation.env['RUNNER_ADMIN_PORT']}/`)).text();
  const first = await pidOf();
  process.kill(Number(first), 'SIGKILL');
  await launcher.said('task-runner ended unexpectedly (SIGKILL)');
  expect(await waitUntil(async () => (await pidOf().catch(() => first)) !== first, 20_000)).toBe(true);
  expect(await interrupt(launcher)).toBe(0);
});

test('a Redis that dies is started again on the same port', async () => {
  const launcher = start();
  await launcher.said(running);
  const [first = 0] = pidsOf(installation);
  const portOf = () =>
    /port=(\d+)/.exec(readFileSync(join(installation.dataDir, 'redis', 'server.log'), 'utf8'))?.[1];
  const port = portOf();
  process.kill(first, 'SIGKILL');
  await launcher.said('Redis ended unexpectedly (SIGKILL)');
  expect(
    await waitUntil(() => pidsOf(installation).length === 5 && pidsOf(installation)[0] !== first, 20_000),
  ).toBe(true);
  expect(await waitUntil(() => portOf() === port, 5_000)).toBe(true);
  expect(await interrupt(launcher)).toBe(0);
});

test('servers that the environment names are used, and left running', async () => {
  const own = {
    dataDir: join(installation.root, 'own'),
    env: { ...process.env, REDIS_URL: '' },
    log: () => {},
  };
  const redis = await startRedis(own);
  installation.env['REDIS_URL'] = redis.url;
  const launcher = start();
  await launcher.said(running);
  expect(alive(pidsOf(installation))).toHaveLength(4);
  expect(await interrupt(launcher)).toBe(0);
  expect(launcher.output()).toContain('[ingress] ingress stops, Redis is there');
  expect(await pingRedis('127.0.0.1', Number(new URL(redis.url).port))).toBe(true);
  await redis.close();
});

test('a server that the environment names and that does not answer stops the start', async () => {
  installation.env['MONGODB_URL'] = 'mongodb://user:hush@127.0.0.1:1/leads';
  const launcher = start();
  expect(await launcher.exit).toBe(1);
  expect(launcher.output()).toContain('No MongoDB answers at 127.0.0.1:1, as MONGODB_URL says.');
  expect(launcher.output()).not.toContain('hush');
  expect(pidsOf(installation)).toEqual([]);
});

test('a service that cannot start ends everything with exit code 1', async () => {
  mkdirSync(installation.dataDir);
  writeFileSync(join(installation.dataDir, 'ingress.broken'), '');
  const launcher = start();
  expect(await launcher.exit).toBe(1);
  expect(launcher.output()).toContain('[ingress] this service is broken');
  expect(launcher.output()).toContain('ingress ended at its start (3)');
  expect(pidsOf(installation)).toEqual([]);
});

test('a signal in the middle of the start stops what was started', async () => {
  const launcher = start();
  await launcher.said('MongoDB: ');
  const pids = pidsOf(installation);
  expect(await interrupt(launcher)).toBe(0);
  expect(alive([...pids, ...pidsOf(installation)])).toEqual([]);
});

test('a second Ctrl-C kills at once, with exit code 130', async () => {
  writeFileSync(join(installation.root, 'services', 'ingress', 'src', 'main.ts'), stubborn);
  const launcher = start();
  await launcher.said(running);
  const pids = pidsOf(installation);
  process.kill(-launcher.pid, 'SIGINT');
  await launcher.said('Stopping');
  const stopping = Date.now();
  await waitUntil(() => Date.now() - stopping > 700, 2_000);
  expect(await interrupt(launcher)).toBe(130);
  expect(await waitUntil(() => alive(pids).length === 0, 5_000)).toBe(true);
});

/** Ignores SIGTERM. */
const stubborn = `
import { createServer } from 'node:http';
createServer((_, response) => response.end('ok')).listen(Number(process.env.INGRESS_ADMIN_PORT), '127.0.0.1');
process.on('SIGTERM', () => {});
`;
