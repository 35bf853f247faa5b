import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../processes/run-command.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import { editFerretdb, ferretdbEdits } from './edit-ferretdb.ts';
import type { ServerOptions } from './server.ts';

export const ferretdbVersion = '1.24.2';

const sources = fileURLToPath(new URL('../../ferretdb', import.meta.url));
const ferretdbModule = 'github.com/FerretDB/FerretDB';
const timeout = 20 * 60_000;

/**
 * The path of a FerretDB in the cache folder, built there with the machine's Go when it is not yet.
 * Nothing when it is not and there is no Go, or the build fails.
 */
export async function buildFerretdb(
  go: string | undefined,
  binDir: string,
  options: ServerOptions,
): Promise<string | undefined> {
  const path = join(binDir, fileName());
  if (existsSync(path)) return path;
  if (go === undefined) return undefined;
  options.log(`MongoDB: building FerretDB ${ferretdbVersion} with Go, once; this can take some minutes …`);
  try {
    await sayWhenSlow('building FerretDB', options.log, () => build(go, path, binDir, options));
    return path;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    options.log(`MongoDB: the build of FerretDB failed: ${reason.trim().split('\n').slice(-5).join(' / ')}`);
    return undefined;
  }
}

/** Other sources give another name, so that a changed one is built anew. */
function fileName(): string {
  const hash = createHash('sha256').update(JSON.stringify(ferretdbEdits));
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) hash.update(readFileSync(file));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return `ferretdb-${ferretdbVersion}-${hash.digest('hex').slice(0, 8)}${suffix}`;
}

/** In a throw-away copy of both modules; the finished file is put in its place in one step. */
async function build(
  go: string,
  path: string,
  binDir: string,
  { env, signal }: ServerOptions,
): Promise<void> {
  mkdirSync(binDir, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'taskhook-ferretdb-'));
  const finished = `${path}.${process.pid}`;
  // SQLite is in pure Go here, so no C compiler is needed.
  const options = { cwd: folder, env: { ...env, CGO_ENABLED: '0', GOWORK: 'off' }, timeout, signal };
  const run = async (...args: string[]) => {
    const result = await runCommand(go, args, options);
    if (result.code !== 0) throw new Error(result.output);
    return result.output.trim();
  };
  try {
    cpSync(sources, folder, { recursive: true });
    await run('mod', 'download', ferretdbModule);
    const module = await run('list', '-m', '-f', '{{.Dir}}', ferretdbModule);
    editFerretdb(module, join(folder, 'FerretDB'), join(sources, 'internal'));
    await run('mod', 'edit', `-replace=${ferretdbModule}=./FerretDB`);
    await run('build', '-trimpath', '-tags', 'ferretdb_no_postgresql', '-o', finished, '.');
    renameSync(finished, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(finished, { force: true });
  }
}
