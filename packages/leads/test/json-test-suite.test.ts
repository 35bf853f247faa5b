import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TaskhookError } from '@taskhook/errors';
import { decodeJson } from '../src/index.ts';

const folder = join(import.meta.dirname, '../../../test/suites/json-test-suite/test_parsing');
const files = readdirSync(folder);
const named = (prefix: string) => files.filter((name) => name.startsWith(prefix));
const decode = (name: string) => decodeJson(readFileSync(join(folder, name)));

const outcome = (name: string): string => {
  try {
    decode(name);
    return 'taken';
  } catch (error) {
    if (error instanceof TaskhookError) return error.code;
    throw error;
  }
};

test('the suite is complete', () => expect(files).toHaveLength(318));

describe('JSON that every parser must take', () => {
  test.each(named('y_'))('%s is taken', (name) => expect(outcome(name)).toBe('taken'));
});

describe('what is not JSON', () => {
  test.each(named('n_'))('%s is malformed', (name) => expect(outcome(name)).toBe('malformed_body'));
});

describe('what parsers may take or refuse', () => {
  test.each(named('i_'))('%s is taken or malformed', (name) =>
    expect(['taken', 'malformed_body']).toContain(outcome(name)),
  );
});
