import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftover, livingPid, signalGroup } from '../processes/pid-file.ts';
import type { Log } from '../servers/server.ts';
import { serverDirs, servicesDir } from './data-dir.ts';

/** Ends what an earlier start, itself killed, has left running: the services before the servers. */
export async function endLeftovers(dataDir: string, log: Log): Promise<void> {
  const [servers, services] = pidFiles(dataDir);
  await Promise.all(services.map(({ file, name }) => endLeftover(file, name, log)));
  await Promise.all(servers.map(({ file, name }) => endLeftover(file, name, log)));
}

/** Kills everything at once, without waiting. The next start finds nothing but stale pid files. */
export function killAll(dataDir: string): void {
  for (const { file } of pidFiles(dataDir).flat()) {
    const pid = livingPid(file);
    if (pid !== undefined) signalGroup(pid, 'SIGKILL');
  }
}

interface PidFile {
  file: string;
  name: string;
}

function pidFiles(dataDir: string): [servers: PidFile[], services: PidFile[]] {
  const servers = serverDirs.map((name) => ({ file: join(dataDir, name, 'server.pid'), name }));
  const services = namesIn(join(dataDir, servicesDir))
    .filter((name) => name.endsWith('.pid'))
    .map((name) => ({ file: join(dataDir, servicesDir, name), name: name.slice(0, -'.pid'.length) }));
  return [servers, services];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
