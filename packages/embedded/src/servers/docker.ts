import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { runCommand } from '../processes/run-command.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import type { Recipe } from './launch-server.ts';
import type { ServerOptions } from './server.ts';

const engineTimeout = 5_000;
const pullTimeout = 10 * 60_000;
const commandTimeout = 30_000;

export interface Container {
  /** `Redis` or `MongoDB`. */
  name: string;
  docker: string;
  image: string;
  containerPort: number;
  /** The folder inside the container that holds the data. */
  volume: string;
  /** The folder of this machine that is put there. */
  hostDir: string;
  command: string[];
}

/**
 * How to start the server as a container, in the foreground of the docker command, so that it ends
 * with it. Nothing when no engine answers or the image cannot be had.
 */
export async function dockerRecipe(
  container: Container,
  options: ServerOptions,
): Promise<Recipe | undefined> {
  const { docker, image, name } = container;
  const { signal, log, env } = options;
  const engine = await runCommand(docker, ['info'], { env, timeout: engineTimeout, signal });
  if (engine.code !== 0) {
    log(`${name}: docker is installed, but its engine does not answer.`);
    return undefined;
  }
  if (!(await haveImage(container, options))) {
    log(`${name}: the image ${image} cannot be pulled.`);
    return undefined;
  }
  mkdirSync(container.hostDir, { recursive: true });
  const containerName = nameOf(container);
  return {
    title: `${image} in Docker`,
    kind: 'docker',
    command: docker,
    args: (port) => runArguments(container, containerName, port),
    cleanUp: async () => {
      await runCommand(docker, ['rm', '-f', containerName], { env, timeout: commandTimeout });
    },
  };
}

async function haveImage(
  { docker, image }: Container,
  { env, log, signal }: ServerOptions,
): Promise<boolean> {
  const here = await runCommand(docker, ['image', 'inspect', image], {
    env,
    timeout: commandTimeout,
    signal,
  });
  if (here.code === 0) return true;
  const pulled = await sayWhenSlow(`pulling ${image}`, log, () =>
    runCommand(docker, ['pull', '-q', image], { env, timeout: pullTimeout, signal }),
  );
  return pulled.code === 0;
}

/** The same folder gives the same name, so the container of a killed start is found again. */
function nameOf({ name, hostDir }: Container): string {
  return `taskhook-${name.toLowerCase()}-${createHash('sha256').update(hostDir).digest('hex').slice(0, 12)}`;
}

function runArguments(container: Container, containerName: string, port: number): string[] {
  const user = process.getuid ? ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`] : [];
  const published = ['-p', `127.0.0.1:${port}:${container.containerPort}`];
  const mounted = ['-v', `${container.hostDir}:${container.volume}`];
  const options = ['--rm', '--name', containerName, ...user, ...published, ...mounted];
  return ['run', ...options, container.image, ...container.command];
}
