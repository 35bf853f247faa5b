import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build of the console reads, relative to the project. */
const sources = [
  'services/console/{src,public,build}/**/*.*',
  'docs/sources/*.md',
  'services/console/{index.html,package.json,tsconfig.json,vite.config.ts}',
  'tsconfig.base.json',
  'pnpm-lock.yaml',
];

/** A digest of everything that the console is built from: it changes when one of the files does. */
export function sourcesDigest(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, exclude: ['**/*.test.ts'] });
  for (const file of files.toSorted()) {
    hash
      .update(`${file.replaceAll('\\', '/')}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
