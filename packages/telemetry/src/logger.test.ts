import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLogger, type LogFields, type LogLevel } from './logger.ts';

/** Winston's streams take a turn of the event loop before their first line. */
async function loggerAt(level: LogLevel, format: 'json' | 'pretty' = 'json') {
  const writes: string[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      writes.push(String(chunk));
      done();
    },
  });
  const logger = createLogger({ service: 'runner', level, format, out });
  await turn();
  const lines = (): LogFields[] =>
    writes
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LogFields);
  return { logger, writes, lines };
}

test('a line of facts reads like one that winston has made', async () => {
  const { logger, lines } = await loggerAt('info');
  const facts = { run_id: 'run_1', n: 1, code: undefined, list: ['a', null], ok: true };
  logger.info('attempt made', facts);
  logger.warn('attempt made', facts);
  const [fast, slow] = lines();
  expect({ ...fast, level: '', timestamp: '' }).toEqual({ ...slow, level: '', timestamp: '' });
  expect(fast).toMatchObject({ level: 'info', message: 'attempt made', service: 'runner' });
  expect(String(fast?.['timestamp'])).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

test('lines of one turn are written together', async () => {
  const { logger, writes } = await loggerAt('info');
  logger.info('a');
  logger.info('b');
  expect(writes).toEqual([]);
  await turn();
  expect(writes).toHaveLength(1);
  expect(writes[0]?.match(/"(a|b)"/g)).toEqual(['"a"', '"b"']);
});

test('a warning neither waits nor overtakes earlier lines', async () => {
  const { logger, lines } = await loggerAt('info');
  logger.info('c');
  logger.warn('d');
  expect(lines().map(({ message }) => message)).toEqual(['c', 'd']);
});

test('what is held back is written when the process ends', async () => {
  const { logger, lines } = await loggerAt('info');
  logger.info('stopped');
  logger.flush();
  expect(lines()).toMatchObject([{ message: 'stopped' }]);
});

test('errors and circular facts are told whole', async () => {
  const { logger, lines } = await loggerAt('info');
  const circle: LogFields = { a: 1 };
  circle['self'] = circle;
  logger.info('one', { error: new TypeError('boo') });
  logger.info('two', { circle, big: 10n });
  const [one, two] = lines();
  expect(one?.['error']).toMatchObject({ name: 'TypeError', message: 'boo' });
  expect(two).toMatchObject({ circle: { a: 1 } });
});

test('lines below the level are left out, in either format', async () => {
  for (const format of ['json', 'pretty'] as const) {
    const { logger, writes } = await loggerAt('warn', format);
    logger.debug('no');
    logger.info('no');
    logger.error('yes');
    logger.flush();
    expect(writes.join('')).toContain('yes');
    expect(writes.join('')).not.toContain('no');
  }
});
