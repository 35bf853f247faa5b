import { describe, expect, test } from 'vitest';
import { mongodbCandidates, redisCandidates } from './candidates.ts';
import type { Machine } from './machine.ts';

const machine = (commands: Machine['commands'], aptGetAllowed = false): Machine => ({
  commands,
  aptGetAllowed,
  cacheDir: '/cache',
});
const everything = machine(
  {
    'redis-server': '/bin/redis-server',
    'valkey-server': '/bin/valkey-server',
    mongod: '/bin/mongod',
    ferretdb: '/bin/ferretdb',
    docker: '/bin/docker',
    'apt-get': '/bin/apt-get',
    go: '/bin/go',
  },
  true,
);

describe('the ways to Redis', () => {
  test('a given address is the only way, whatever the machine has', () => {
    expect(redisCandidates(everything, 'redis://r:1')).toEqual([{ way: 'address', url: 'redis://r:1' }]);
  });

  test('are a binary, then Docker, then the package manager', () => {
    const ways = redisCandidates(everything, undefined);
    expect(ways.map((candidate) => ('name' in candidate ? candidate.name : candidate.way))).toEqual([
      'redis-server',
      'valkey-server',
      'docker',
      'apt-get',
    ]);
  });

  test('an empty variable counts as none', () => {
    expect(redisCandidates(everything, '')[0]?.way).toBe('binary');
  });

  test('the package manager is left alone where it would ask', () => {
    expect(redisCandidates(machine({ 'apt-get': '/bin/apt-get' }), undefined)).toEqual([]);
  });
});

describe('the ways to MongoDB', () => {
  test('a given address is the only way, whatever the machine has', () => {
    expect(mongodbCandidates(everything, 'mongodb://m', 'ferretdb')).toEqual([
      { way: 'address', url: 'mongodb://m' },
    ]);
  });

  test('are mongod, FerretDB, Docker, the download and the build', () => {
    const ways = mongodbCandidates(everything, undefined, undefined);
    expect(ways.map((candidate) => candidate.way)).toEqual([
      'binary',
      'binary',
      'docker',
      'download',
      'build',
    ]);
    expect(ways[0]).toMatchObject({ engine: 'mongod' });
  });

  test('a bare machine still has the download, and a FerretDB built earlier', () => {
    expect(mongodbCandidates(machine({}), undefined, undefined)).toEqual([
      { way: 'download', engine: 'mongod' },
      { way: 'build', engine: 'ferretdb', go: undefined },
    ]);
  });

  test('data of FerretDB stay with FerretDB, even where a mongod has come since', () => {
    const engines = mongodbCandidates(everything, undefined, 'ferretdb').map((candidate) =>
      'engine' in candidate ? candidate.engine : '',
    );
    expect(engines).toEqual(['ferretdb', 'ferretdb', 'mongod', 'mongod', 'mongod']);
  });
});
