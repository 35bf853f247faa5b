import { TaskhookError } from '@taskhook/errors';
import { installRedis } from './apt-get.ts';
import { redisCandidates, type RedisCandidate } from './candidates.ts';
import { dockerRecipe } from './docker.ts';
import { launchServer, type Recipe } from './launch-server.ts';
import { lookAround } from './machine.ts';
import { pingRedis } from './ping-redis.ts';
import type { EmbeddedServer, ServerOptions } from './server.ts';
import { useAddress } from './use-address.ts';

const image = 'redis:8';

/**
 * A Redis that loses nothing: the one named by REDIS_URL, else one started from what the machine
 * has, with append-only file, fsync at every write and eviction off. Ready when this resolves.
 * Throws `start_failed` when there is none to be had or it does not start.
 */
export async function startRedis(options: ServerOptions): Promise<EmbeddedServer> {
  for (const candidate of redisCandidates(lookAround(options.env), options.env['REDIS_URL'])) {
    if (candidate.way === 'address') return useAddress(addressOf(candidate.url), options);
    const recipe = await recipeFor(candidate, options);
    options.signal?.throwIfAborted();
    if (recipe !== undefined) {
      const url = (port: number) => `redis://127.0.0.1:${port}`;
      return launchServer({ name: 'Redis', recipe, url, isReady: pingRedis }, options);
    }
  }
  throw new TaskhookError(
    'start_failed',
    'No Redis to be had: install redis-server or valkey-server (7 or newer) or start Docker, or name a server in REDIS_URL.',
  );
}

function addressOf(url: string) {
  return {
    name: 'Redis',
    variable: 'REDIS_URL',
    url,
    scheme: 'redis',
    defaultPort: 6379,
    isReady: pingRedis,
  };
}

async function recipeFor(
  candidate: Exclude<RedisCandidate, { way: 'address' }>,
  options: ServerOptions,
): Promise<Recipe | undefined> {
  if (candidate.way === 'binary') return binaryRecipe(candidate.name, candidate.path, options);
  if (candidate.way === 'docker') return containerRecipe(candidate.path, options);
  const path = await installRedis(candidate.path, options);
  return path === undefined ? undefined : binaryRecipe('redis-server', path, options);
}

function binaryRecipe(name: string, path: string, { dataDir, durable }: ServerOptions): Recipe {
  const args = (port: number) =>
    ['--bind', '127.0.0.1', '--port', String(port), '--dir', dataDir].concat(settings(durable));
  return { title: `${name} on the PATH (${path})`, kind: name, command: path, args };
}

function containerRecipe(docker: string, options: ServerOptions): Promise<Recipe | undefined> {
  const command = ['redis-server', '--dir', '/data', ...settings(options.durable)];
  const hostDir = options.dataDir;
  return dockerRecipe(
    { name: 'Redis', docker, image, containerPort: 6379, volume: '/data', hostDir, command },
    options,
  );
}

/** No snapshots: the append-only file holds everything. */
function settings(durable = true): string[] {
  const fsync = durable ? 'always' : 'everysec';
  return ['--appendonly', 'yes', '--appendfsync', fsync, '--maxmemory-policy', 'noeviction', '--save', ''];
}
