import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureChromium, findChromium, startMongodb, startRedis, type ServerOptions } from '../src/index.ts';
import { installRedis } from '../src/servers/apt-get.ts';
import { buildFerretdb, ferretdbVersion } from '../src/servers/build-ferretdb.ts';
import { ferretdbEdits } from '../src/servers/edit-ferretdb.ts';
import { pingRedis } from '../src/servers/ping-redis.ts';

// A PATH with scripts of this test alone: a machine that lacks what this one has.
let folder: string;
let bin: string;
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskhook-ways-'));
  bin = join(folder, 'bin');
  mkdirSync(bin);
  lines = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

function command(name: string, body: string): void {
  const file = join(bin, name);
  writeFileSync(
    file,
    `#!/bin/sh\nPATH='${process.env['PATH']}'\necho "${name} $*" >> '${folder}/calls'\n${body}\n`,
  );
  chmodSync(file, 0o755);
}

const calls = () => readFileSync(join(folder, 'calls'), 'utf8');
const options = (): ServerOptions => ({
  dataDir: join(folder, 'data'),
  env: { PATH: bin, XDG_CACHE_HOME: join(folder, 'cache'), MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:1' },
  log: (line) => lines.push(line),
});

/** Does what the docker command does with a container of the image redis, as far as it is used here. */
const dockerWithRedis = `
case "$1" in
  image) exit 1 ;;
  run)
    while [ "$1" != -p ]; do shift; done
    exec redis-server --bind 127.0.0.1 --port "$(echo "$2" | cut -d: -f2)" --save ''
    ;;
esac`;

test('Docker is used where an engine answers: the image is pulled, the folder mounted, the container removed', async () => {
  command('docker', dockerWithRedis);
  const server = await startRedis(options());
  const port = Number(new URL(server.url).port);
  expect(server.kind).toBe('docker');
  expect(await pingRedis('127.0.0.1', port)).toBe(true);
  await server.close();
  expect(await pingRedis('127.0.0.1', port)).toBe(false);
  expect(calls()).toMatch(/docker pull -q redis:8\n/);
  expect(calls()).toContain(`-p 127.0.0.1:${port}:6379 -v ${join(folder, 'data')}:/data redis:8`);
  expect(calls()).toMatch(/--appendonly yes --appendfsync always --maxmemory-policy noeviction/);
  expect(calls()).toMatch(/docker rm -f taskhook-redis-[0-9a-f]{12}\n$/);
});

test('a docker without an engine is told and passed over', async () => {
  command('docker', 'exit 1');
  await expect(startRedis(options())).rejects.toThrow(/No Redis to be had/);
  expect(lines).toEqual(['Redis: docker is installed, but its engine does not answer.']);
});

test('apt-get gives the redis-server that it has installed', async () => {
  command('apt-get', `printf '#!/bin/sh\\n' > '${bin}/redis-server'; chmod +x '${bin}/redis-server'`);
  expect(await installRedis(join(bin, 'apt-get'), options())).toBe(join(bin, 'redis-server'));
  expect(calls()).toContain('apt-get install -y -q --no-install-recommends redis-server');
});

test('apt-get without package lists fetches them and tries again; its last failure is told', async () => {
  command('apt-get', 'echo "E: Unable to locate package redis-server"; exit 100');
  expect(await installRedis(join(bin, 'apt-get'), options())).toBeUndefined();
  expect(calls().match(/apt-get (install|update)/g)).toEqual([
    'apt-get install',
    'apt-get update',
    'apt-get install',
  ]);
  expect(lines.at(-1)).toContain('Unable to locate package redis-server');
});

test('FerretDB is built from its own module, once, into the folder outside of the repository', async () => {
  const module = ferretdbModule(ferretdbEdits);
  command(
    'go',
    `case "$1" in
      list) echo '${module}' ;;
      build) while [ "$1" != -o ]; do shift; done; cat go.mod FerretDB/internal/handler/msg_find.go > "$2" ;;
    esac`,
  );
  const binDir = join(folder, 'cache');
  const path = await buildFerretdb(join(bin, 'go'), binDir, options());
  expect(path).toMatch(new RegExp(`^${binDir}/ferretdb-${ferretdbVersion}-[0-9a-f]{8}$`));
  expect(readFileSync(path ?? '', 'utf8')).toContain(`github.com/FerretDB/FerretDB v${ferretdbVersion}`);
  expect(readFileSync(path ?? '', 'utf8')).toContain('backends.WithoutID(params.Sort)');
  expect(await buildFerretdb(join(bin, 'go'), binDir, options())).toBe(path);
  expect(calls().match(/^go build/gm)).toHaveLength(1);
});

test('a module that is not the FerretDB which the edits were made for is not built', async () => {
  command('go', `[ "$1" != list ] || echo '${ferretdbModule(ferretdbEdits.slice(1))}'`);
  expect(await buildFerretdb(join(bin, 'go'), join(folder, 'cache'), options())).toBeUndefined();
  expect(lines.at(-1)).toMatch(/collection\.go is not the one that was expected/);
});

/** A folder with what the edits look for, read-only as Go's module cache is. */
function ferretdbModule(edits: typeof ferretdbEdits): string {
  const module = join(folder, 'module');
  for (const { file } of ferretdbEdits) {
    const text = edits.filter((edit) => edit.file === file).map(({ from }) => from);
    mkdirSync(dirname(join(module, file)), { recursive: true });
    writeFileSync(join(module, file), text.join('\n'), { mode: 0o444 });
  }
  return module;
}

test('a build that fails says why, and what to install instead', async () => {
  command('go', 'echo "go: module lookup disabled"; exit 1');
  await expect(startMongodb(options())).rejects.toThrow(/No MongoDB to be had: install mongod/);
  expect(lines.at(-1)).toBe('MongoDB: the build of FerretDB failed: go: module lookup disabled');
});

test('a FerretDB 2 on the PATH is passed over, since it needs PostgreSQL', async () => {
  command('ferretdb', 'echo "version: v2.4.0"');
  await expect(startMongodb(options())).rejects.toThrow(/No MongoDB to be had/);
  expect(lines[0]).toContain('is not FerretDB 1');
});

test('a browser is the one that is named, else one on the PATH, else installed where that needs no question', async () => {
  expect(findChromium({ PATH: bin, CHROMIUM_PATH: '/opt/chrome' })).toBe('/opt/chrome');
  expect(await ensureChromium(options())).toBeUndefined();
  expect(lines.at(-1)).toContain('the tests in a browser are skipped');
  command('google-chrome', '');
  expect(await ensureChromium(options())).toBe(join(bin, 'google-chrome'));
});
