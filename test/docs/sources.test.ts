import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sources, TaskPatch, validator } from '@taskhook/contracts';

const folder = join(import.meta.dirname, '../../docs/sources');
const files = readdirSync(folder);
const inFull = ['zapier', 'make', 'n8n', 'pabbly', 'meta', 'hubspot', 'gohighlevel', 'form', 'generic'];

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

test('every source has a page, and every page a source', () => {
  const english = files.filter((file) => !file.endsWith('.it.md') && file !== 'README.md');
  const expected = sources.filter((source) => source !== 'auto').map((source) => `${source}.md`);
  expect(english.toSorted()).toEqual(expected.toSorted());
});

test('the pages in full are there in both languages, and link to each other', () => {
  const italian = files.filter((file) => file.endsWith('.it.md'));
  expect(italian.toSorted()).toEqual(inFull.map((name) => `${name}.it.md`).toSorted());
  for (const name of inFull) {
    expect(read(`${name}.md`)).toContain(`[Italiano](${name}.it.md)`);
    expect(read(`${name}.it.md`)).toContain(`[English](${name}.md)`);
  }
});

test.each(inFull)('both languages of %s have the same parts and examples', (name) => {
  expect(outline(read(`${name}.it.md`))).toEqual(outline(read(`${name}.md`)));
});

test('the table of all senders has every page', () => {
  const table = read('README.md');
  const absent = files.filter((file) => file !== 'README.md' && !table.includes(`](${file})`));
  expect(absent).toEqual([]);
});

test.each(files)('the links of %s lead somewhere', (file) => {
  expect(links(read(file)).filter((link) => !leadsSomewhere(file, link))).toEqual([]);
});

test.each(files)('the settings in %s are such as a task takes', (file) => {
  const settings = blocks(read(file), 'json').map(parsed).filter(isSettings);
  expect(settings.map(validate).filter(({ ok }) => !ok)).toEqual([]);
});

/** What a page consists of, without its words: the levels of its headings, its blocks, the rows of its tables. */
function outline(page: string): string[] {
  return page.split('\n').flatMap((line) => /^(?:#+(?= )|```\w+|\|)/.exec(line)?.[0] ?? []);
}

function blocks(page: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)\\n\`\`\`$`, 'gms');
  return [...page.matchAll(fence)].map((match) => match[1] ?? '');
}

const validate = validator(TaskPatch);
const settingNames = new Set(Object.keys(TaskPatch.properties));

const parsed = (block: string): object => JSON.parse(block) as object;

/** Other blocks are what a sender sends, leads, and answers. */
function isSettings(value: object): boolean {
  return Object.keys(value).every((key) => settingNames.has(key));
}

/** Links to other pages and to headings; those of the web are not followed. */
function links(page: string): string[] {
  const text = page.replace(/^```.*?^```$/gms, '');
  const all = [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  return all.filter((link) => !link.startsWith('https://'));
}

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : file;
  if (!existsSync(join(folder, target))) return false;
  return anchor === undefined || anchors(read(target)).includes(anchor);
}

/** The names under which a page's headings can be linked. */
function anchors(page: string): string[] {
  const headings = page.split('\n').filter((line) => /^#+ /.test(line));
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
