import { onTestFinished } from 'vitest';
import { freePorts, spawnService, untilReady } from '@taskhook/testing';
import type { Platform } from './runner.ts';

/** A runner as a process of its own, which ends with the test at the latest. */
export async function spawnRunner(world: Platform, more: Record<string, string> = {}) {
  const [port = 0] = await freePorts(1);
  const environment = { ...world.environment, LOG_LEVEL: 'debug', RUNNER_ADMIN_PORT: String(port), ...more };
  const runner = spawnService('task-runner', environment);
  onTestFinished(async () => {
    runner.kill('SIGKILL');
    await runner.exited;
  });
  await untilReady(`http://127.0.0.1:${port}/readyz`, runner);
  return runner;
}
