import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMongodb, startRedis, type EmbeddedServer, type ServerOptions } from '../src/index.ts';
import { livingPid } from '../src/processes/pid-file.ts';
import { exchange } from '../src/servers/exchange.ts';
import { askMongodb, helloMongodb } from '../src/servers/ask-mongodb.ts';
import { pingRedis } from '../src/servers/ping-redis.ts';

let folder: string;
let lines: string[];
let started: EmbeddedServer[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskhook servers#1?-'));
  lines = [];
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

const options = (env: NodeJS.ProcessEnv = {}): ServerOptions => ({
  dataDir: join(folder, 'server'),
  env: { ...process.env, REDIS_URL: '', MONGODB_URL: '', ...env },
  log: (line) => lines.push(line),
});
const redis = async (changes: Partial<ServerOptions> = {}) => {
  const server = await startRedis({ ...options(), ...changes });
  started.push(server);
  return { ...server, port: Number(new URL(server.url).port) };
};
const mongodb = async (changes: Partial<ServerOptions> = {}) => {
  const server = await startMongodb({ ...options(), ...changes });
  started.push(server);
  return { ...server, port: Number(new URL(server.url).port) };
};
const ask = async (port: number, command: string) =>
  (
    await exchange('127.0.0.1', port, Buffer.from(`${command}\r\n`), (answer) => answer.includes('\r\n'))
  )?.toString();

test('Redis keeps what it was told over a restart', async () => {
  const first = await redis();
  expect(await ask(first.port, 'SET lead Giulia')).toBe('+OK\r\n');
  await first.close();
  expect(await pingRedis('127.0.0.1', first.port)).toBe(false);

  const second = await redis();
  expect(await ask(second.port, 'STRLEN lead')).toBe(':6\r\n');
});

test('Redis writes every change to disk before it answers, and evicts nothing', async () => {
  const { port } = await redis();
  const whole = (answer: Buffer) => answer.toString().split('\r\n').length > 5;
  const setting = async (name: string) =>
    (await exchange('127.0.0.1', port, Buffer.from(`CONFIG GET ${name}\r\n`), whole))?.toString();
  expect(await setting('appendonly')).toContain('yes');
  expect(await setting('appendfsync')).toContain('always');
  expect(await setting('maxmemory-policy')).toContain('noeviction');
});

test('a server that still runs on the folder is ended before the next one starts', async () => {
  const first = await redis();
  const pidFile = join(folder, 'server', 'server.pid');
  expect(livingPid(pidFile)).toBe(first.pid);
  const second = await redis();
  expect(lines.join('\n')).toContain(`left behind (pid ${first.pid})`);
  expect(await pingRedis('127.0.0.1', first.port)).toBe(false);
  expect(await pingRedis('127.0.0.1', second.port)).toBe(true);
});

test('Redis that cannot start says why, with its log, and leaves nothing', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const port = portOf(squatter);
  await expect(redis({ port })).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringMatching(/Redis ended at its start.*in use/i),
  });
  squatter.close();
  expect(livingPid(join(folder, 'server', 'server.pid'))).toBeUndefined();
});

test('an address in the environment is used, told without its password, and not stopped', async () => {
  const own = await redis();
  const env = { ...process.env, REDIS_URL: `redis://user:hush@127.0.0.1:${own.port}/0` };
  const given = await startRedis({ ...options(), env });
  expect(given).toMatchObject({ kind: 'address', url: env.REDIS_URL });
  expect(given.pid).toBeUndefined();
  await given.close();
  expect(await pingRedis('127.0.0.1', own.port)).toBe(true);
  expect(lines.join('\n')).not.toContain('hush');
});

test('a machine with nothing is told exactly what to install', async () => {
  const bare = {
    PATH: '',
    HOME: folder,
    XDG_CACHE_HOME: folder,
    MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:1',
  };
  await expect(startRedis(options(bare))).rejects.toThrow(/install redis-server or valkey-server.*REDIS_URL/);
  await expect(startMongodb(options(bare))).rejects.toThrow(/install mongod.*Docker.*Go.*MONGODB_URL/);
});

test('MongoDB keeps what it was told over a restart', async () => {
  const first = await mongodb();
  const tell = (command: Record<string, number | string>) =>
    askMongodb('127.0.0.1', first.port, { ...command, $db: 'leads' });
  expect(await tell({ create: 'kept' })).toBeDefined();
  await first.close();
  expect(await helloMongodb('127.0.0.1', first.port)).toBe(false);

  const second = await mongodb({ port: first.port });
  expect(second.kind).toBe(first.kind);
  expect((await tell({ listCollections: 1 }))?.includes('kept')).toBe(true);
});

test('MongoDB works in the quick mode of tests too', async () => {
  const { port } = await mongodb({ durable: false });
  expect(await askMongodb('127.0.0.1', port, { create: 'kept', $db: 'leads' })).toBeDefined();
});

test('a start that is aborted leaves no server', async () => {
  const stop = new AbortController();
  const starting = redis({ signal: stop.signal, log: () => stop.abort() });
  await expect(starting).rejects.toMatchObject({ name: 'AbortError' });
  expect(livingPid(join(folder, 'server', 'server.pid'))).toBeUndefined();
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
