import { spawnService, untilReady, type ServiceName, type ServiceProcess } from '@taskhook/testing';
import { setTimeout as sleep } from 'node:timers/promises';

/** A service whose supervisor starts it again a second after it has ended, as Compose and Kubernetes do. */
export interface SupervisedService {
  name: ServiceName;
  pid(): number;
  /** Ends it with -9. Its supervisor starts it again. */
  kill(): Promise<void>;
  /** Asks it to stop, starts it again and waits until it is ready. Gives the exit code of the first. */
  restart(): Promise<number | NodeJS.Signals>;
  untilReady(): Promise<void>;
  /** How often it ended though nobody asked it to. */
  restarts(): number;
  /** What the present process and those before it wrote. */
  output(): string;
  close(): Promise<void>;
}

const SUPERVISOR_PAUSE_MS = 1_000;
/** A bound against hanging; whether leads flow again in time is judged by the leads. */
const READY_MS = 180_000;

export function superviseService(
  name: ServiceName,
  environment: Record<string, string>,
  readyUrl: string,
): SupervisedService {
  let current: ServiceProcess;
  let earlier = '';
  let asked = false;
  let closed = false;
  let startedAgain = Promise.resolve();
  let restarts = 0;
  const start = (): void => {
    const begun = spawnService(name, environment);
    current = begun;
    asked = false;
    void begun.exited.then(() => {
      earlier += begun.output();
      if (asked) return;
      restarts += 1;
      startedAgain = sleep(SUPERVISOR_PAUSE_MS).then(() => {
        if (!closed) start();
      });
    });
  };
  start();
  // One that ends at its start, for want of what it needs, is started again as any other.
  const ready = async (): Promise<void> => {
    const deadline = performance.now() + READY_MS;
    for (;;) {
      await startedAgain;
      const waitedFor = current;
      try {
        return await untilReady(readyUrl, waitedFor, READY_MS);
      } catch (error) {
        await Promise.race([waitedFor.exited, sleep(SUPERVISOR_PAUSE_MS)]);
        if (performance.now() > deadline) throw error;
      }
    }
  };
  return {
    name,
    pid: () => current.pid,
    kill: async () => {
      restarts -= 1;
      current.kill('SIGKILL');
      await current.exited;
    },
    restart: async () => {
      asked = true;
      const before = current;
      before.kill('SIGTERM');
      const code = await before.exited;
      start();
      await ready();
      return code;
    },
    untilReady: ready,
    restarts: () => restarts,
    output: () => earlier + current.output(),
    close: async () => {
      closed = true;
      asked = true;
      current.kill('SIGKILL');
      await current.exited;
    },
  };
}
