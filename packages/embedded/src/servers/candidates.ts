import type { Machine } from './machine.ts';

export type RedisCandidate =
  | { way: 'address'; url: string }
  | { way: 'binary'; name: 'redis-server' | 'valkey-server'; path: string }
  | { way: 'docker'; path: string }
  | { way: 'apt-get'; path: string };

/** The ways to a Redis in the order in which they are tried. */
export function redisCandidates(machine: Machine, url: string | undefined): RedisCandidate[] {
  if (url) return [{ way: 'address', url }];
  const { commands } = machine;
  const candidates: RedisCandidate[] = [];
  for (const name of ['redis-server', 'valkey-server'] as const) {
    const path = commands[name];
    if (path !== undefined) candidates.push({ way: 'binary', name, path });
  }
  if (commands.docker !== undefined) candidates.push({ way: 'docker', path: commands.docker });
  if (machine.aptGetAllowed && commands['apt-get'] !== undefined) {
    candidates.push({ way: 'apt-get', path: commands['apt-get'] });
  }
  return candidates;
}

/** Whose files a data folder holds: the two cannot read each other's. */
export type MongoEngine = 'mongod' | 'ferretdb';

export type MongodbCandidate =
  | { way: 'address'; url: string }
  | { way: 'binary'; engine: MongoEngine; path: string }
  | { way: 'docker'; engine: 'mongod'; path: string }
  | { way: 'download'; engine: 'mongod' }
  | { way: 'build'; engine: 'ferretdb'; go: string | undefined };

/**
 * The ways to a MongoDB in the order in which they are tried. A folder that already holds the data of
 * one engine stays with it: those ways come first.
 */
export function mongodbCandidates(
  machine: Machine,
  url: string | undefined,
  dataOf: MongoEngine | undefined,
): MongodbCandidate[] {
  if (url) return [{ way: 'address', url }];
  const { commands } = machine;
  const candidates: Exclude<MongodbCandidate, { way: 'address' }>[] = [];
  for (const engine of ['mongod', 'ferretdb'] as const) {
    const path = commands[engine];
    if (path !== undefined) candidates.push({ way: 'binary', engine, path });
  }
  if (commands.docker !== undefined)
    candidates.push({ way: 'docker', engine: 'mongod', path: commands.docker });
  candidates.push({ way: 'download', engine: 'mongod' });
  candidates.push({ way: 'build', engine: 'ferretdb', go: commands.go });
  if (dataOf === undefined) return candidates;
  return [
    ...candidates.filter(({ engine }) => engine === dataOf),
    ...candidates.filter(({ engine }) => engine !== dataOf),
  ];
}
