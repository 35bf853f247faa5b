import { expect, test } from 'vitest';
import { limits } from '@taskhook/contracts';
import { readAnswer } from './read-answer.ts';

async function* chunks(...parts: (string | Buffer)[]) {
  for (const part of parts) yield Buffer.from(part);
}

test('the start of an answer is kept, and a character that the limit cuts is left out', async () => {
  const answer = await readAnswer(chunks('x'.repeat(limits.answerBytes - 1), 'è and more'), false);
  expect(answer).toBe('x'.repeat(limits.answerBytes - 1));
});

test('an answer that breaks off gives what had come', async () => {
  async function* broken() {
    yield Buffer.from('half of');
    throw new Error('reset');
  }
  expect(await readAnswer(broken(), false)).toBe('half of');
});

test('an endless answer is left after a megabyte', async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 65_536;
      yield Buffer.alloc(65_536, 'x');
    }
  }
  expect(await readAnswer(endless(), false)).toHaveLength(limits.answerBytes);
  expect(given).toBeLessThan(1_500_000);
});

test('an empty answer and a compressed one are not kept', async () => {
  expect(await readAnswer(chunks(), false)).toBeUndefined();
  expect(await readAnswer(chunks('\u001f\u008b'), true)).toBeUndefined();
});
