import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { goldenCases, passingNames, pinnedPath } from './golden-liquid.ts';

/** Adds to the pinned list what passes now; takes nothing away. Run it with `pnpm pin-golden`. */
const pinned = existsSync(pinnedPath) ? (JSON.parse(readFileSync(pinnedPath, 'utf8')) as string[]) : [];
const names = [...new Set([...pinned, ...passingNames(goldenCases())])].toSorted();
writeFileSync(pinnedPath, `${JSON.stringify(names, null, 2)}\n`);
console.log(`${names.length} cases pinned, ${names.length - pinned.length} of them new`);
