import { expect, test } from 'vitest';
import { askedFor, startWords, stopWords } from './stop-words.ts';

test.each(Object.values(stopWords).flat())('%s asks to stop', (word) => {
  expect(askedFor(word)).toBe('stop');
  expect(askedFor(` ${word.toUpperCase()}!\n`)).toBe('stop');
});

test.each(['Arrêt', 'STOP.', '«Stop»', 'DÉSABONNER', 'no más', 'Opt-out', 'stop 🙏'])(
  '%s asks to stop',
  (text) => {
    expect(askedFor(text)).toBe('stop');
  },
);

test.each([
  'Please do not stop writing',
  'non fermarti',
  'Quando finisce? Stop alle 9?',
  'STOP'.repeat(20),
  '',
  null,
])('%s asks for nothing', (text) => {
  expect(askedFor(text)).toBeUndefined();
});

test.each(startWords)('%s takes it back', (word) => {
  expect(askedFor(word.toUpperCase())).toBe('start');
});
