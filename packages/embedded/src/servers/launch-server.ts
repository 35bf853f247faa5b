import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TaskhookError } from '@taskhook/errors';
import { startDetached, type DetachedProcess } from '../processes/detached-process.ts';
import { freePort } from '../processes/free-port.ts';
import { endLeftover } from '../processes/pid-file.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import { waitUntil } from '../wait-until.ts';
import type { EmbeddedServer, ServerOptions } from './server.ts';

const readyTimeout = 60_000;
const stopDeadline = 10_000;

/** How a server is started, once the means to do so are there. */
export interface Recipe {
  /** For people: what it is and where it comes from. */
  title: string;
  kind: string;
  command: string;
  args: (port: number) => string[];
  /** What may be left over although the process is dead, such as a container. */
  cleanUp?: () => Promise<void>;
}

export interface Launch {
  /** `Redis` or `MongoDB`. */
  name: string;
  recipe: Recipe;
  url: (port: number) => string;
  isReady: (host: string, port: number) => Promise<boolean>;
}

/**
 * Starts a server on 127.0.0.1 and waits until it answers. A server that an earlier, killed start
 * left on the same folder is ended first. Throws `start_failed` with the server's last log lines.
 */
export async function launchServer(launch: Launch, options: ServerOptions): Promise<EmbeddedServer> {
  const { dataDir, log } = options;
  mkdirSync(dataDir, { recursive: true });
  await endLeftover(join(dataDir, 'server.pid'), launch.name, log);
  await launch.recipe.cleanUp?.();
  log(`${launch.name}: ${launch.recipe.title}.`);
  try {
    return await launchOn(options.port ?? (await freePort()), launch, options);
  } catch (error) {
    // A port that was free a moment ago can be taken by now; another one is tried once.
    if (options.port !== undefined || !/address already in use/i.test(String(error))) throw error;
    return launchOn(await freePort(), launch, options);
  }
}

async function launchOn(port: number, launch: Launch, options: ServerOptions): Promise<EmbeddedServer> {
  const { recipe, name } = launch;
  const running = await startLogged(recipe, port, options.dataDir);
  const close = async () => {
    await running.stop(stopDeadline);
    await recipe.cleanUp?.();
  };
  try {
    await sayWhenSlow(`starting ${name}`, options.log, () => untilReady(running, port, launch, options));
  } catch (error) {
    await close();
    throw error;
  }
  return { url: launch.url(port), kind: recipe.kind, pid: running.pid, exited: running.exited, close };
}

/** The log goes to a file and not to a pipe, so that a server outlives the death of this process. */
async function startLogged(recipe: Recipe, port: number, dataDir: string): Promise<DetachedProcess> {
  const logFile = openSync(join(dataDir, 'server.log'), 'w');
  try {
    return await startDetached({
      command: recipe.command,
      args: recipe.args(port),
      cwd: dataDir,
      output: logFile,
      pidFile: join(dataDir, 'server.pid'),
    });
  } finally {
    closeSync(logFile);
  }
}

async function untilReady(
  running: DetachedProcess,
  port: number,
  { name, isReady }: Launch,
  { dataDir, signal }: ServerOptions,
): Promise<void> {
  let ended: number | NodeJS.Signals | undefined;
  void running.exited.then((code) => (ended = code));
  const settled = async () => ended !== undefined || (await isReady('127.0.0.1', port));
  const inTime = await waitUntil(settled, readyTimeout, signal);
  if (inTime && ended === undefined) return;
  const what = inTime ? `ended at its start (${ended})` : `does not answer after ${readyTimeout / 1000} s`;
  throw new TaskhookError('start_failed', `${name} ${what}: ${lastLines(join(dataDir, 'server.log'))}`);
}

function lastLines(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(-3);
  return `${lines.map((line) => line.trim()).join(' / ') || 'it logged nothing'} (${file})`;
}
