/**
 * Writes docs/configuration.md and .env.example from the tables of the services.
 * `--check` writes nothing and fails where a file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configMarkdown, sharedVariables, type ConfigTable } from '@taskhook/config';
import { configTable as ingress } from '../../services/ingress/src/config.ts';
import { configTable as registry } from '../../services/task-registry/src/config.ts';
import { configTable as runner } from '../../services/task-runner/src/config.ts';

const root = join(import.meta.dirname, '../..');
const own = (table: ConfigTable): ConfigTable =>
  Object.fromEntries(Object.entries(table).filter(([key]) => !(key in sharedVariables)));

const sections: [title: string, table: ConfigTable][] = [
  ['Every service', sharedVariables],
  ['ingress', own(ingress)],
  ['task-runner', own(runner)],
  ['task-registry', own(registry)],
];

const introduction = `# Configuration

Every service takes its configuration from environment variables and from nothing else. A value that does not parse
stops the start; all problems are told at once. An empty variable counts as an absent one. This page is made from the
tables in \`services/*/src/config.ts\` by \`pnpm generate:configuration\`.

\`npm start\` runs all services on one machine. It takes the variables below and fills in what is missing; on top of them,
\`TASKHOOK_DATA_DIR\` (default \`.data\`) is where it keeps Redis' and MongoDB's files and the keys that it made.
`;

function markdown(): string {
  const parts = sections.map(([title, table]) => `## ${title}\n\n${configMarkdown(table)}`);
  return [introduction, ...parts].join('\n');
}

function envExample(): string {
  const parts = sections.map(([title, table]) => {
    const rows = Object.values(table).map(({ name, fallback, meaning }) =>
      fallback === undefined ? `# ${meaning}\n${name}=\n` : `# ${meaning}\n# ${name}=${fallback}\n`,
    );
    return `# --- ${title} ---\n\n${rows.join('\n')}`;
  });
  return `# Copy to .env and fill in what has no default.\n\n${parts.join('\n')}`;
}

const files = { 'docs/configuration.md': markdown(), '.env.example': envExample() };
for (const [file, content] of Object.entries(files)) {
  const path = join(root, file);
  if (!process.argv.includes('--check')) writeFileSync(path, content);
  else if (readFileSync(path, 'utf8') !== content) {
    console.error(`${file} is out of date: run pnpm generate:configuration`);
    process.exitCode = 1;
  }
}
