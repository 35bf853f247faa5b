import { expect, test } from 'vitest';
import { answerOf } from './client.ts';
import { isProblem, mayPass } from './problem.ts';

const thrownBy = (body: unknown, response: Response): Promise<unknown> =>
  answerOf(Promise.resolve({ error: body, response })).catch((thrown: unknown) => thrown);

test('the body of a good answer is the answer', async () => {
  await expect(answerOf(Promise.resolve({ data: 7, response: new Response('7') }))).resolves.toBe(7);
});

test('a problem of the API keeps its code, its fields and when to come back', async () => {
  const body = {
    code: 'rate_limited',
    detail: 'Wait.',
    request_id: 'r1',
    errors: [{ field: 'key', message: 'x' }],
  };
  const problem = await thrownBy(body, new Response('', { status: 429, headers: { 'retry-after': '30' } }));
  expect(problem).toMatchObject({
    code: 'rate_limited',
    message: 'Wait.',
    requestId: 'r1',
    retryAfterSeconds: 30,
    errors: body.errors,
  });
  expect(mayPass(problem)).toBe(false);
});

test.each([502, 503, 504])('%d in words of a proxy counts as no answer', async (status) => {
  const problem = await thrownBy('<html>Bad gateway</html>', new Response('', { status }));
  expect(isProblem(problem, 'offline')).toBe(true);
  expect(mayPass(problem)).toBe(true);
});

test('no answer at all counts as offline, a call given up does not', async () => {
  const failed = await answerOf(Promise.reject(new TypeError('fetch failed'))).catch(
    (thrown: unknown) => thrown,
  );
  expect(isProblem(failed, 'offline')).toBe(true);
  const abort = new DOMException('aborted', 'AbortError');
  await expect(answerOf(Promise.reject(abort))).rejects.toBe(abort);
});
