import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TaskhookError } from '@taskhook/errors';
import { startDetached, type DetachedProcess } from '../processes/detached-process.ts';
import type { Log } from '../servers/server.ts';
import { waitUntil } from '../wait-until.ts';
import { servicesDir } from './data-dir.ts';
import type { Service } from './services.ts';
import type { Settings } from './settings.ts';
import type { Running } from './supervisor.ts';

const readyTimeout = 60_000;
const stopDeadline = 15_000;
const answerTimeout = 2_000;
const linesKept = 10;

/**
 * Runs a service with this very Node and waits until its `/readyz` says 200. Throws `start_failed`
 * with its last lines when it ends before that or takes over a minute.
 */
export async function startService(
  service: Service,
  settings: Settings,
  env: NodeJS.ProcessEnv,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<Running> {
  const running = await startDetached({
    command: process.execPath,
    // A library only looks whether localStorage is there, and Node would warn at every start.
    args: ['--no-experimental-webstorage', service.entry],
    env,
    output: 'pipe',
    pidFile: join(settings.dataDir, servicesDir, `${service.name}.pid`),
  });
  const lines = followOutput(running, service.name, log);
  const lastWords = () => lines.join('\n');
  const stop = () => running.stop(stopDeadline);
  const url = `http://${settings.localHost}:${settings.ports[service.adminPort]}/readyz`;
  try {
    await untilReady(running, service.name, url, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { exited: running.exited, lastWords, stop };
}

/** Prints each line under the service's name; gives the list of the last ones, kept up to date. */
function followOutput({ child }: DetachedProcess, name: string, log: Log): string[] {
  const kept: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log(`[${name}] ${line}`);
      kept.push(line);
      if (kept.length > linesKept) kept.shift();
    });
  }
  return kept;
}

async function untilReady(
  running: DetachedProcess,
  name: string,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  let ended: number | NodeJS.Signals | undefined;
  void running.exited.then((end) => (ended = end));
  const inTime = await waitUntil(
    async () => ended !== undefined || (await isReady(url)),
    readyTimeout,
    signal,
  );
  if (inTime && ended === undefined) return;
  const what = inTime
    ? `ended at its start (${ended}); its lines are above`
    : `is not ready after a minute (${url})`;
  throw new TaskhookError('start_failed', `${name} ${what}.`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(answerTimeout) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}
