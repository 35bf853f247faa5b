import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TaskhookError } from '@taskhook/errors';
import { runCommand } from '../processes/run-command.ts';
import { buildFerretdb, ferretdbVersion } from './build-ferretdb.ts';
import { mongodbCandidates, type MongodbCandidate, type MongoEngine } from './candidates.ts';
import { dockerRecipe } from './docker.ts';
import { downloadMongod } from './download-mongod.ts';
import { helloMongodb } from './ask-mongodb.ts';
import { launchServer, type Recipe } from './launch-server.ts';
import { lookAround, type Machine } from './machine.ts';
import type { EmbeddedServer, ServerOptions } from './server.ts';
import { useAddress } from './use-address.ts';

const image = 'mongo:8';

/**
 * A server that speaks MongoDB's protocol: the one named by MONGODB_URL, else a mongod or a FerretDB
 * started from what the machine has or can get. Ready when this resolves. Throws `start_failed` when
 * there is none to be had or it does not start.
 */
export async function startMongodb(options: ServerOptions): Promise<EmbeddedServer> {
  const machine = lookAround(options.env);
  for (const candidate of mongodbCandidates(machine, options.env['MONGODB_URL'], engineIn(options.dataDir))) {
    if (candidate.way === 'address') return useAddress(addressOf(candidate.url), options);
    const recipe = await recipeFor(candidate, machine, options);
    options.signal?.throwIfAborted();
    if (recipe !== undefined) {
      mkdirSync(folderOf(candidate.engine, options), { recursive: true });
      const url = (port: number) => `mongodb://127.0.0.1:${port}`;
      return launchServer({ name: 'MongoDB', recipe, url, isReady: helloMongodb }, options);
    }
  }
  throw new TaskhookError(
    'start_failed',
    'No MongoDB to be had: install mongod (7 or newer), start Docker, or install Go (1.24 or newer), with which FerretDB is built; or name a server in MONGODB_URL.',
  );
}

/** The engine whose files are there already. */
function engineIn(dataDir: string): MongoEngine | undefined {
  return (['mongod', 'ferretdb'] as const).find((engine) => {
    const folder = join(dataDir, engine);
    return existsSync(folder) && readdirSync(folder).length > 0;
  });
}

function folderOf(engine: MongoEngine, { dataDir }: ServerOptions): string {
  return resolve(dataDir, engine);
}

function addressOf(url: string) {
  return {
    name: 'MongoDB',
    variable: 'MONGODB_URL',
    url,
    scheme: 'mongodb',
    defaultPort: 27017,
    isReady: helloMongodb,
  };
}

async function recipeFor(
  candidate: Exclude<MongodbCandidate, { way: 'address' }>,
  { cacheDir }: Machine,
  options: ServerOptions,
): Promise<Recipe | undefined> {
  if (candidate.way === 'binary') return binaryRecipe(candidate.engine, candidate.path, options);
  if (candidate.way === 'docker') return containerRecipe(candidate.path, options);
  if (candidate.way === 'download') {
    const path = await downloadMongod(join(cacheDir, 'mongod'), options);
    return path === undefined ? undefined : mongodRecipe('mongod, downloaded', path, options);
  }
  const path = await buildFerretdb(candidate.go, join(cacheDir, 'bin'), options);
  const title = `FerretDB ${ferretdbVersion} with SQLite`;
  return path === undefined ? undefined : ferretdbRecipe(title, path, options);
}

async function binaryRecipe(
  engine: MongoEngine,
  path: string,
  options: ServerOptions,
): Promise<Recipe | undefined> {
  if (engine === 'mongod') return mongodRecipe('mongod on the PATH', path, options);
  const { output } = await runCommand(path, ['--version'], { env: options.env, timeout: 5_000 });
  if (/\bv?1\.\d+\.\d+/.test(output))
    return ferretdbRecipe('ferretdb on the PATH, with SQLite', path, options);
  options.log(`MongoDB: ${path} is not FerretDB 1, which alone needs no PostgreSQL.`);
  return undefined;
}

function mongodRecipe(title: string, path: string, options: ServerOptions): Recipe {
  const socket = process.platform === 'win32' ? [] : ['--nounixsocket'];
  const folder = folderOf('mongod', options);
  const args = (port: number) =>
    ['--dbpath', folder, '--bind_ip', '127.0.0.1', '--port', String(port)].concat(socket);
  return { title: `${title} (${path})`, kind: 'mongod', command: path, args };
}

function containerRecipe(docker: string, options: ServerOptions): Promise<Recipe | undefined> {
  const hostDir = folderOf('mongod', options);
  const command = ['mongod', '--dbpath', '/data/db', '--bind_ip_all'];
  return dockerRecipe(
    { name: 'MongoDB', docker, image, containerPort: 27017, volume: '/data/db', hostDir, command },
    options,
  );
}

/** The folder is told relative to the data folder, where it is started: SQLite trips over `?` and `#`. */
function ferretdbRecipe(title: string, path: string, options: ServerOptions): Recipe {
  // What is erased is overwritten in the file, not only let go.
  const pragma = `?_pragma=secure_delete(1)${options.durable === false ? '&_pragma=synchronous(off)' : ''}`;
  const args = (port: number) => [
    '--handler=sqlite',
    `--sqlite-url=file:ferretdb/${pragma}`,
    `--listen-addr=127.0.0.1:${port}`,
    // Its warnings hold whole messages, with what leads contain.
    '--log-level=error',
    '--telemetry=disable',
    '--debug-addr=-',
    '--state-dir=ferretdb',
  ];
  return { title: `${title} (${path})`, kind: 'ferretdb', command: path, args };
}
