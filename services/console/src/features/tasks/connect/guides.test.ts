import { expect, test } from 'vitest';
import { guideSections } from './guides.ts';

const guides = import.meta.glob<string>(
  '../../../../../../docs/sources/{form,form.it,meta,zapier.it,generic}.md',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

test('a guide tells the address of the task, in sections, without links to other languages', () => {
  const texts = Object.values(guides);
  expect(texts).toHaveLength(5);
  for (const text of texts) {
    const sections = guideSections(text, 'https://me.example/w/1');
    const whole = sections.map(({ markdown }) => markdown).join('\n');
    expect(sections.length).toBeGreaterThan(3);
    expect(whole).toContain('https://me.example/w/1');
    expect(whole).not.toMatch(/hooks\.example|\[Italiano\]|\[English\]/);
  }
});
