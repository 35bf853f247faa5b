import { setTimeout as sleep } from 'node:timers/promises';

const pause = 25;

/**
 * Asks again and again until the condition holds, for at most `timeout` milliseconds; tells whether
 * it held. An aborted signal ends it by throwing the signal's reason.
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  timeout: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const deadline = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() >= deadline) return false;
    await sleep(pause, undefined, signal ? { signal } : {});
  }
  return true;
}
