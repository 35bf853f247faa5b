import type { ConfigTable } from './variable.ts';

/** The table as rows of Markdown: variable, default, meaning. */
export function configMarkdown(table: ConfigTable): string {
  const rows = Object.values(table).map((row) => {
    const fallback =
      row.fallback === undefined ? '**required**' : row.fallback === '' ? '(empty)' : `\`${row.fallback}\``;
    return `| \`${row.name}\` | ${fallback} | ${row.meaning}${row.secret === true ? ' (secret)' : ''} |`;
  });
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
