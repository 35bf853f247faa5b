import { expect, test } from 'vitest';
import { loadConfig } from './load.ts';
import { base64Bytes, integer, port, url } from './parsers.ts';
import { variable } from './variable.ts';

const table = {
  port: variable({ name: 'PORT', parse: port, fallback: '8080', meaning: 'Where it listens' }),
  workers: variable({ name: 'WORKERS', parse: integer(1, 64), fallback: '4', meaning: 'How many' }),
  redisUrl: variable({ name: 'REDIS_URL', parse: url('redis:'), meaning: 'The queue' }),
  key: variable({ name: 'KEY', parse: base64Bytes(4), meaning: 'A key', secret: true }),
};

test('absent and empty variables get their defaults, with the type of the parser', () => {
  const config = loadConfig(table, { REDIS_URL: 'redis://localhost:6379/', KEY: 'AAAAAA==', WORKERS: '' });
  expect(config).toEqual({
    port: 8080,
    workers: 4,
    redisUrl: 'redis://localhost:6379',
    key: Buffer.alloc(4),
  });
});

test('all problems are told at once, and no value is repeated', () => {
  const load = () => loadConfig(table, { PORT: 'eighty', WORKERS: '65', KEY: 'c2VjcmV0' });
  expect(load).toThrow(
    expect.objectContaining({
      code: 'invalid_configuration',
      errors: [
        { field: 'PORT', message: 'must be a whole number from 0 to 65535' },
        { field: 'WORKERS', message: 'must be a whole number from 1 to 64' },
        { field: 'REDIS_URL', message: 'is required: The queue' },
        { field: 'KEY', message: 'must be 4 bytes in base64' },
      ],
    }),
  );
  expect(load).not.toThrow(/eighty|c2VjcmV0/);
});
