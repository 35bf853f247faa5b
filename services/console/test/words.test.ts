import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as english from '../src/i18n/en/index.ts';
import * as furtherEnglish from '../src/i18n/en/further.ts';
import * as noticesEnglish from '../src/i18n/en/notices.ts';
import * as sessionEnglish from '../src/i18n/en/session.ts';
import * as italian from '../src/i18n/it/index.ts';
import * as furtherItalian from '../src/i18n/it/further.ts';
import * as noticesItalian from '../src/i18n/it/notices.ts';
import * as sessionItalian from '../src/i18n/it/session.ts';

type Node = string | { [key: string]: Node };

const keysOf = (node: Node, path: string[] = []): string[] =>
  typeof node === 'string'
    ? [path.join('.')]
    : Object.entries(node).flatMap(([k, v]) => keysOf(v, [...path, k]));

const textsOf = (node: Node): string[] =>
  typeof node === 'string' ? [node] : Object.values(node).flatMap(textsOf);

/** The words of a language: what comes first and what comes later, with their common namespace. */
const en = {
  ...english.en,
  ...noticesEnglish,
  ...sessionEnglish,
  ...furtherEnglish.further,
  tasks: { ...english.en.tasks, ...furtherEnglish.further.tasks },
};
const it = {
  ...italian.it,
  ...noticesItalian,
  ...sessionItalian,
  ...furtherItalian.further,
  tasks: { ...italian.it.tasks, ...furtherItalian.further.tasks },
};

const root = join(import.meta.dirname, '../src');
const sources = globSync('**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['i18n/{en,it}/**', 'api/schema.ts', '**/*.test.ts'],
})
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** Named as a whole, after its namespace, or by a template whose fixed parts fit. */
function isUsed(key: string): boolean {
  const bare = key.replace(/_(one|other)$/, '');
  return (
    [`'${bare}'`, `:${bare}'`].some((text) => sources.includes(text)) ||
    templates.some((one) => one.test(bare))
  );
}

const templates = [...sources.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
  ([, text = '']) =>
    new RegExp(
      `^${text
        .replace(/^\w+:/, '')
        .replaceAll('.', '\\.')
        .replaceAll(/\$\{[^}]+\}/g, '[\\w-]+')}$`,
    ),
);

test('both languages have the same keys', () => {
  expect(keysOf(it).toSorted()).toEqual(keysOf(en).toSorted());
});

test('a placeholder of one language stands in the other, too', () => {
  const placeholders = (texts: string[]) => texts.map((text) => text.match(/\{\{\w+\}\}/g)?.toSorted() ?? []);
  expect(placeholders(textsOf(it))).toEqual(placeholders(textsOf(en)));
});

test('every text is shown somewhere', () => {
  const unused = Object.entries(en).flatMap(([namespace, words]) =>
    keysOf(words)
      .filter((key) => !isUsed(key))
      .map((key) => `${namespace}:${key}`),
  );
  expect(unused).toEqual([]);
});

test('no text is empty, and straight quotes do not stand for typographic ones', () => {
  for (const text of [...textsOf(en), ...textsOf(it)]) expect(text).toMatch(/^[^'"]+$/);
});
