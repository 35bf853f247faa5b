import { once } from 'node:events';
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import { runCommand } from '../processes/run-command.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import type { ServerOptions } from './server.ts';

const probeTimeout = 3_000;
const defaultMirror = 'https://fastdl.mongodb.org';

/**
 * The real mongod, downloaded once into the cache folder. Nothing when the download is not reachable
 * within seconds, fails, or gives a binary that does not run here.
 */
export async function downloadMongod(cacheDir: string, options: ServerOptions): Promise<string | undefined> {
  const { env, log, signal } = options;
  const cached = await located(cacheDir);
  if (cached === undefined && !(await isReachable(env['MONGOMS_DOWNLOAD_MIRROR'] || defaultMirror))) {
    log('MongoDB: the download of mongod is not reachable from here.');
    return undefined;
  }
  const path = cached ?? (await download(cacheDir, options));
  if (path === undefined) return undefined;
  const { code } = await runCommand(path, ['--version'], { env, timeout: 10_000, signal });
  if (code === 0) return path;
  log('MongoDB: the downloaded mongod does not run on this system.');
  return undefined;
}

async function located(downloadDir: string): Promise<string | undefined> {
  try {
    return await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions({ downloadDir }));
  } catch {
    return undefined;
  }
}

/** Any answer will do: the mirror has no page at its root. */
async function isReachable(mirror: string): Promise<boolean> {
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeout) });
    return true;
  } catch {
    return false;
  }
}

/** The download itself cannot be aborted; it ends with this process. */
async function download(downloadDir: string, { log, signal }: ServerOptions): Promise<string | undefined> {
  const stopped = signal === undefined ? [] : [once(signal, 'abort').then(() => undefined)];
  try {
    return await sayWhenSlow('downloading mongod', log, () =>
      Promise.race([MongoBinary.getPath({ downloadDir }), ...stopped]),
    );
  } catch (error) {
    log(`MongoDB: mongod cannot be downloaded: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
