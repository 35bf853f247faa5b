import { runCommand } from '../processes/run-command.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import { findOnPath } from './machine.ts';
import type { ServerOptions } from './server.ts';

const timeout = 5 * 60_000;

/** Installs Redis with the system's package manager; gives the path of redis-server, or nothing. */
export async function installRedis(
  aptGet: string,
  { env, log, signal }: ServerOptions,
): Promise<string | undefined> {
  log('Redis: none here yet; installing it with apt-get install redis-server …');
  const { code, output } = await sayWhenSlow('installing redis-server', log, () =>
    install(aptGet, env, signal),
  );
  if (code !== 0) log(`apt-get could not install it: ${output.trim().split('\n').at(-1)}`);
  return findOnPath('redis-server', env);
}

/** The run level keeps Debian from starting a Redis of its own; under systemd it does, on port 6379. */
async function install(aptGet: string, env: NodeJS.ProcessEnv, signal: AbortSignal | undefined) {
  const options = {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    timeout,
    signal,
  };
  const args = ['install', '-y', '-q', '--no-install-recommends', 'redis-server'];
  const first = await runCommand(aptGet, args, options);
  if (first.code === 0) return first;
  await runCommand(aptGet, ['update', '-q'], options);
  return runCommand(aptGet, args, options);
}
