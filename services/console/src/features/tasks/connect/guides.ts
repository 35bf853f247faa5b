import type { Language } from '../../../i18n/languages.ts';

/** The guides of the documentation, each fetched when it is shown. */
const files = import.meta.glob<string>('../../../../../../docs/sources/*.md', {
  query: '?raw',
  import: 'default',
});

export interface GuideText {
  /** Of the text: not every guide is in every language. */
  language: Language;
  sections: GuideSection[];
}

export interface GuideSection {
  /** Empty for what stands before the first heading. */
  title: string;
  markdown: string;
}

/** The guide of a sender in the language, else in English; that of any sender where it has none of its own. */
export async function loadGuide(source: string, language: Language, address: string): Promise<GuideText> {
  const name = source === 'auto' ? 'generic' : source;
  const wanted = [`${name}.${language}`, name, `generic.${language}`, 'generic'];
  const found = wanted.find((one) => files[pathOf(one)] !== undefined) ?? 'generic';
  const text = (await files[pathOf(found)]?.()) ?? '';
  return { language: found.endsWith('.it') ? 'it' : 'en', sections: guideSections(text, address) };
}

const pathOf = (name: string) => `../../../../../../docs/sources/${name}.md`;

/** A guide cut at its headings, without its title and its links to other languages, with the task's own address. */
export function guideSections(markdown: string, address: string): GuideSection[] {
  const own = markdown
    .replace(/^# .*\n/, '')
    .replace(/^(English|\[English\]).*\n/m, '')
    .replaceAll('https://hooks.example.com/w/<token>', address);
  const [intro = '', ...rest] = own.split(/^## /m);
  const sections = rest.map((section) => {
    const [title = '', ...lines] = section.split('\n');
    return { title, markdown: lines.join('\n').trim() };
  });
  return [{ title: '', markdown: intro.trim() }, ...sections];
}
