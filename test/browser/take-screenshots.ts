/**
 * Takes a picture of every page of the console in both languages, both themes and two widths, with the data of a
 * demo, and looks at each with axe. Into the folder that is named, by default `screenshots`.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startVitest } from 'vitest/node';

const folder = resolve(process.argv[2] ?? 'screenshots');
mkdirSync(folder, { recursive: true });
process.env['TASKHOOK_SCREENSHOTS'] = folder;
const vitest = await startVitest('test', ['test/browser/accessibility.test.ts'], { watch: false });
await vitest.close();
console.log(`The pictures are in ${folder}.`);
