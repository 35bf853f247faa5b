import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskInput } from '@taskhook/contracts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { send, type RawAnswer } from './send.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

const browser = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'content-type': 'application/x-www-form-urlencoded',
  'accept-language': 'it-IT,it;q=0.9,en;q=0.8',
  origin: 'https://www.example.com',
  referer: 'https://www.example.com/contatti/form.html',
};
const mario = { nome: 'Mario Rossi', telefono: '333 1234567', email: 'mario@example.com' };
const form = { redirect_hosts: ['www.example.com', 'thanks.example.com:8443'] };

async function postForm(
  fields: Record<string, string>,
  headers: Record<string, string> = browser,
  input: Partial<TaskInput> = { form },
): Promise<RawAnswer & { taskId: string }> {
  const { url, taskId } = await ingress.task({ input });
  const answer = await send(url, { headers, body: new URLSearchParams(fields).toString() });
  return { ...answer, taskId };
}

test('the visitor of a form sees a page of thanks in their language', async () => {
  const { status, headers, text, taskId } = await postForm(mario);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'it',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
  });
  expect(text).toMatch(/^<!doctype html><html lang="it">.*<title>Grazie<\/title>.*<h1>Grazie<\/h1>/);
  expect(await ingress.runLog(taskId)).toMatchObject([
    { source: 'form', lead: { full_name: 'Mario Rossi' } },
  ]);
  const english = await postForm(mario, { ...browser, 'accept-language': 'de' });
  expect(english.text).toContain('<h1>Thank you</h1>');
});

test.each([
  ['_next', 'https://www.example.com/grazie?a=1', 'https://www.example.com/grazie?a=1'],
  ['redirect', 'https://thanks.example.com:8443/', 'https://thanks.example.com:8443/'],
  ['retURL', 'http://www.example.com', 'http://www.example.com/'],
  ['_next', 'grazie.html', 'https://www.example.com/contatti/grazie.html'],
  ['_next', '/grazie', 'https://www.example.com/grazie'],
])('a form whose %s is %s sends its visitor there', async (name, value, location) => {
  const { status, headers, text, taskId } = await postForm({ ...mario, [name]: value });
  expect([status, headers['location'], text]).toEqual([303, location, '']);
  const [event] = await ingress.runLog(taskId);
  expect(JSON.stringify(event)).not.toContain('grazie');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  'https://www.example.com.evil.example/',
  'https://www.example.com@evil.example/',
  'https://user:pass@www.example.com/',
  'https://www.example.com:444/',
  'https:\\\\evil.example\\www.example.com',
  'javascript:alert(1)//www.example.com',
  'data:text/html,www.example.com',
  'https://www.example.com%00.evil.example/',
  'https://thanks.example.com/',
  'ftp://www.example.com/',
  'http://',
])('a form that names %s stays here', async (value) => {
  const { status, headers, taskId } = await postForm({ ...mario, _next: value });
  expect([status, headers['location']]).toEqual([200, undefined]);
  expect(await ingress.runLog(taskId)).toHaveLength(1);
});

test('a path alone is not followed from a page of a host that is not allowed', async () => {
  const headers = { ...browser, origin: 'https://evil.example', referer: 'https://evil.example/' };
  expect((await postForm({ ...mario, _next: '/grazie' }, headers)).status).toBe(200);
});

test('a task without redirects follows none', async () => {
  const fields = { ...mario, _next: 'https://www.example.com/' };
  expect((await postForm(fields, browser, {})).status).toBe(200);
});

test.each([
  ['a fetch of a page', { ...browser, accept: '*/*' }],
  ['a script that says so', { ...browser, 'x-requested-with': 'XMLHttpRequest' }],
  ['a fetch that asks for HTML', { ...browser, 'sec-fetch-mode': 'cors' }],
  ['a client that takes JSON', { ...browser, accept: 'application/json, text/html' }],
])('%s gets JSON and is not sent on', async (_who, headers) => {
  const answer = await postForm({ ...mario, _next: 'https://www.example.com/' }, headers);
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { status: 'accepted' }]);
  const wrong = await postForm({ nome: 'Mario' }, headers);
  expect(wrong.headers['content-type']).toContain('application/problem+json');
  expect([wrong.status, JSON.parse(wrong.text)]).toMatchObject([422, { code: 'invalid_lead' }]);
});

test('a form that misses something names it in plain words, and what was sent is kept', async () => {
  const fields = { nome: 'Mario <script>', email: 'not-an-address', _next: 'https://www.example.com/' };
  const { status, text, taskId } = await postForm(fields);
  expect(status).toBe(422);
  expect(text).toContain(
    "<li>Il numero di telefono manca.</li><li>L'indirizzo e-mail non sembra corretto.</li>",
  );
  expect(text).not.toMatch(/Il nome|Mario|script>|not-an-address/);
  expect(await ingress.runLog(taskId)).toMatchObject([{ type: 'quarantined', code: 'invalid_lead' }]);
});

test('a form of a task that quarantines is thanked for whatever it holds', async () => {
  const { status, text } = await postForm({ nome: 'Mario' }, browser, { on_invalid: 'quarantine' });
  expect([status, text]).toEqual([200, expect.stringContaining('Grazie')]);
});

test('a robot is thanked like anybody else, and leaves nothing', async () => {
  const { status, text, taskId } = await postForm({ ...mario, _gotcha: 'http://spam.example' });
  expect([status, text]).toEqual([200, expect.stringContaining('Grazie')]);
  expect(await ingress.runLog(taskId)).toEqual([]);
});

test('a form that is sent twice is one run, and both are thanked', async () => {
  const { url, taskId } = await ingress.task();
  const body = new URLSearchParams(mario).toString();
  const answers = [await send(url, { headers: browser, body }), await send(url, { headers: browser, body })];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await ingress.runLog(taskId)).toHaveLength(1);
});

test('a form whose task is gone says so on a page', async () => {
  const { url } = await ingress.task({ status: 'deleted' });
  const { status, text } = await send(url, { headers: browser, body: 'nome=Mario' });
  expect([status, text]).toEqual([404, expect.stringContaining('Il modulo non è stato inviato')]);
});

test('a form by GET has its page, too', async () => {
  const { url } = await ingress.task({ input: { form: { ...form, accept_get: true } } });
  const { 'content-type': _type, ...headers } = browser;
  const thanked = await send(`${url}?${new URLSearchParams(mario).toString()}`, { method: 'GET', headers });
  expect([thanked.status, thanked.text]).toEqual([200, expect.stringContaining('Grazie')]);
  const next = new URLSearchParams({ ...mario, n: '2', _next: 'https://www.example.com/grazie' });
  const sentOn = await send(`${url}?${next.toString()}`, { method: 'GET', headers });
  expect([sentOn.status, sentOn.headers['location']]).toEqual([303, 'https://www.example.com/grazie']);
});

test('what goes wrong at an address that a browser just opens is told as a page', async () => {
  const { url } = await ingress.task();
  const { 'content-type': _type, ...headers } = browser;
  const answer = await send(url, { method: 'GET', headers });
  expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST, PUT, OPTIONS']);
});
