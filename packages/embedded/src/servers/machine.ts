import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What this machine has, as far as it can be told without starting anything. */
export interface Machine {
  /** Paths of the commands found on the PATH, by name. */
  commands: Partial<Record<Command, string>>;
  /** Whether apt-get may be used without a question: root, on Debian or one of its kin. */
  aptGetAllowed: boolean;
  /** Where downloads and builds are kept, outside of the repository. */
  cacheDir: string;
}

const wanted = ['redis-server', 'valkey-server', 'mongod', 'ferretdb', 'docker', 'apt-get', 'go'] as const;
type Command = (typeof wanted)[number];

export function lookAround(env: NodeJS.ProcessEnv): Machine {
  const commands: Machine['commands'] = {};
  for (const name of wanted) {
    const path = findOnPath(name, env);
    if (path !== undefined) commands[name] = path;
  }
  return {
    commands,
    aptGetAllowed: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    cacheDir: join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'taskhook'),
  };
}

export function findOnPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name + suffix))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
