import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

const folder = join(import.meta.dirname, '../../../test/suites/json-test-suite/test_parsing');
const files = readdirSync(folder);
const named = (prefix: string) => files.filter((name) => name.startsWith(prefix));

let ingress: RunningIngress;
let url: string;
beforeAll(async () => {
  ingress = await runIngress();
  ({ url } = await ingress.task({ input: { lead: { required: [] } } }));
});
afterAll(() => ingress.close());

const send = (name: string) => post(url, readFileSync(join(folder, name)));

test('the suite is complete', () => expect(files).toHaveLength(318));

describe('what is not JSON', () => {
  test.each(named('n_'))('%s gives 400 and is kept', async (name) => {
    const { status, body } = await send(name);
    expect([status, body['code']]).toEqual([400, 'malformed_body']);
    expect(body['quarantine_id']).toBeTypeOf('string');
  });
});

describe('what is JSON is taken where it is a lead, and else told to be none', () => {
  test.each(named('y_'))('%s', async (name) => expect([200, 422]).toContain((await send(name)).status));
});

describe('what parsers may take or refuse gives no fault', () => {
  test.each(named('i_'))('%s', async (name) => expect([200, 400, 422]).toContain((await send(name)).status));
});

test('after all of it the next lead is taken', async () => expect((await post(url, mario)).status).toBe(200));
