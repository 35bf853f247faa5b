import { runCommand } from '../processes/run-command.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import { findOnPath } from './machine.ts';
import type { ServerOptions } from './server.ts';

const timeout = 5 * 60_000;

type AptOptions = Pick<ServerOptions, 'env' | 'log' | 'signal'>;

/** Installs Redis with the system's package manager; gives the path of redis-server, or nothing. */
export function installRedis(aptGet: string, options: AptOptions): Promise<string | undefined> {
  return installPackage(aptGet, 'Redis', 'redis-server', options);
}

/** Installs a package whose command has its name; gives the path of the command, or nothing. */
export async function installPackage(
  aptGet: string,
  title: string,
  name: string,
  { env, log, signal }: AptOptions,
): Promise<string | undefined> {
  log(`${title}: none here yet; installing it with apt-get install ${name} …`);
  const { code, output } = await sayWhenSlow(`installing ${name}`, log, () =>
    install(aptGet, name, env, signal),
  );
  if (code !== 0) log(`apt-get could not install it: ${output.trim().split('\n').at(-1)}`);
  return findOnPath(name, env);
}

/** The run level keeps Debian from starting a server of its own; under systemd it does. */
async function install(
  aptGet: string,
  name: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
) {
  const options = {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    timeout,
    signal,
  };
  const args = ['install', '-y', '-q', '--no-install-recommends', name];
  const first = await runCommand(aptGet, args, options);
  if (first.code === 0) return first;
  await runCommand(aptGet, ['update', '-q'], options);
  return runCommand(aptGet, args, options);
}
