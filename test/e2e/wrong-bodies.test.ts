import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem, Task } from '@taskhook/contracts';
import { mario } from './leads.ts';
import { startStack, type Stack } from './stack.ts';

let stack: Stack;
let task: Task;
beforeAll(async () => {
  stack = await startStack();
  task = await stack.createTask({ name: 'Corpi sbagliati' });
});
afterAll(() => stack.close());

const suite = join(import.meta.dirname, '../suites/json-test-suite/test_parsing');

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(task.webhook.url, init);
  return { status: response.status, problem: (await response.json()) as Problem };
}

test('of the JSON test suite no file gives a 5xx, each that must not parse gives 400, and the process lives on', async () => {
  const files = readdirSync(suite);
  expect(files.length).toBeGreaterThan(300);
  const pid = stack.services.get('ingress')?.pid;
  const answers: { file: string; status: number; code: string }[] = [];
  for (const file of files) {
    const { status, problem } = await post(Uint8Array.from(readFileSync(join(suite, file))));
    answers.push({ file, status, code: problem.code });
  }
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const mustFail = answers.filter(({ file }) => file.startsWith('n_'));
  expect(mustFail.filter(({ status, code }) => status !== 400 || code !== 'malformed_body')).toEqual([]);
  expect(answers.filter(({ file, status }) => file.startsWith('y_') && status === 400)).toEqual([]);
  expect((await stack.send(task, mario)).status).toBe(200);
  expect(stack.services.get('ingress')?.pid).toBe(pid);
});

const deep = `${'['.repeat(64)}${']'.repeat(64)}`;

test.each([
  ['no body', '', 400, 'malformed_body', undefined],
  ['half a JSON', '{"full_name": "Mario"', 400, 'malformed_body', ['']],
  ['a key that reaches for prototypes', '{"__proto__": {}}', 400, 'malformed_body', ['__proto__']],
  ['too deep a JSON', deep, 400, 'malformed_body', undefined],
  ['no object', '"Mario"', 422, 'invalid_lead', ['']],
  ['an empty list', '[]', 422, 'invalid_lead', ['']],
  [
    'an e-mail that is none',
    JSON.stringify({ ...mario, email: 'mario at home' }),
    422,
    'invalid_lead',
    ['email'],
  ],
  ['a phone that is none', JSON.stringify({ ...mario, phone: '12' }), 422, 'invalid_lead', ['phone']],
  [
    'a name that is no text',
    JSON.stringify({ ...mario, full_name: { x: 'M' } }),
    422,
    'invalid_lead',
    ['full_name'],
  ],
  [
    'too large a body',
    JSON.stringify({ ...mario, note: 'x'.repeat(1_048_576) }),
    413,
    'body_too_large',
    undefined,
  ],
])('%s gets a clear problem', async (_what, body, status, code, fields) => {
  const answer = await post(body);
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
  expect(answer.problem.detail.length).toBeGreaterThan(20);
  expect(answer.problem.errors?.map(({ field }) => field)).toEqual(fields);
});

test('an unknown address and a wrong method say so', async () => {
  const unknown = await fetch(`${stack.ingressUrl}/w/AAAAAAAAAAAAAAAAAAAAAA`, { method: 'POST', body: '{}' });
  expect([unknown.status, ((await unknown.json()) as Problem).code]).toEqual([404, 'unknown_webhook']);
  const wrong = await fetch(task.webhook.url, { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')]);
});

test('numbers beyond 2^53 arrive as they were sent', async () => {
  const body = JSON.stringify({ ...mario, email: 'big@example.com' }).replace(
    '}',
    ',"id":12345678901234567890}',
  );
  const answer = await stack.send(task, body);
  const run = await stack.runIn(answer.body.leads[0]?.run_id ?? '', 'succeeded');
  expect(run.lead?.extra_fields).toEqual({ id: '12345678901234567890' });
});
