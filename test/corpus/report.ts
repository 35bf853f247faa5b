/**
 * Sends every request of a folder through a real ingress and a real task-registry and tells, a line
 * for each, whether what came out is what its file expects: `pnpm corpus [folder]`.
 */
import { corpusOf } from '../../services/ingress/test/corpus-file.ts';
import { checkFile } from './check-file.ts';
import { startServers } from './servers.ts';

const files = corpusOf(process.argv[2]);
const servers = await startServers();
let failed = 0;
try {
  for (const file of files) {
    const { name, kind, source, status, problems } = await checkFile(servers, file);
    if (problems.length > 0) failed += 1;
    const verdict = problems.length === 0 ? 'ok    ' : 'FAILED';
    console.log(
      `${verdict} ${name.padEnd(46)} ${kind.padEnd(13)} ${status} ${source} ${problems.join('; ')}`.trimEnd(),
    );
  }
} finally {
  await servers.close();
}
console.log(`${files.length} files: ${files.length - failed} as expected, ${failed} not`);
process.exit(failed === 0 ? 0 : 1);
