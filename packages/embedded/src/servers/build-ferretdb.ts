import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, type CommandResult } from '../processes/run-command.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import type { ServerOptions } from './server.ts';

export const ferretdbVersion = '1.24.2';

const sources = fileURLToPath(new URL('../../ferretdb', import.meta.url));
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
  const { code, output } = await sayWhenSlow('building FerretDB', options.log, () =>
    build(go, path, binDir, options),
  );
  if (code === 0) return path;
  options.log(`MongoDB: the build of FerretDB failed: ${output.trim().split('\n').slice(-5).join(' / ')}`);
  return undefined;
}

/** Other sources give another name, so that a changed one is built anew. */
function fileName(): string {
  const hash = createHash('sha256');
  for (const name of ['main.go', 'indexes.go', 'checkpoints.go', 'go.mod'])
    hash.update(readFileSync(join(sources, name)));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return `ferretdb-${ferretdbVersion}-${hash.digest('hex').slice(0, 8)}${suffix}`;
}

/** In a throw-away copy of the module; the finished file is put in its place in one step. */
async function build(
  go: string,
  path: string,
  binDir: string,
  { env, signal }: ServerOptions,
): Promise<CommandResult> {
  mkdirSync(binDir, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'taskhook-ferretdb-'));
  const finished = `${path}.${process.pid}`;
  try {
    cpSync(sources, folder, { recursive: true });
    // SQLite is in pure Go here, so no C compiler is needed.
    const result = await runCommand(
      go,
      ['build', '-trimpath', '-tags', 'ferretdb_no_postgresql', '-o', finished, '.'],
      { cwd: folder, env: { ...env, CGO_ENABLED: '0', GOWORK: 'off' }, timeout, signal },
    );
    if (result.code === 0) renameSync(finished, path);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(finished, { force: true });
  }
}
