import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { TaskhookError } from '@taskhook/errors';
import type { Log } from '../servers/server.ts';

const pauseBeforeRestart = 1_000;
const quickDeath = 30_000;
const quickDeathsAllowed = 5;

/** Something that runs until it is stopped, or ends by itself when it should not. */
export interface Running {
  exited: Promise<number | NodeJS.Signals>;
  /** The last things it said, for the message about its death. */
  lastWords?: () => string;
  stop(): Promise<void>;
}

export interface SupervisorOptions {
  name: string;
  /** Resolves when it is ready; cleans up and throws when it does not get so far, or is aborted. */
  start: (signal: AbortSignal) => Promise<Running>;
  log: Log;
}

/** Owns a process: starts it again a second after an unexpected end, and gives up after five quick ones. */
export class Supervisor {
  /** Settles when the process could not be kept alive. */
  readonly failed: Promise<TaskhookError>;
  readonly #options: SupervisorOptions;
  readonly #stopping = new AbortController();
  readonly #fail: (error: TaskhookError) => void;
  #life: Promise<void> = Promise.resolve();

  constructor(options: SupervisorOptions) {
    const { promise, resolve } = Promise.withResolvers<TaskhookError>();
    this.#options = options;
    this.failed = promise;
    this.#fail = resolve;
  }

  /** Throws what the first start throws. */
  async start(signal: AbortSignal): Promise<void> {
    const first = this.#options.start(AbortSignal.any([signal, this.#stopping.signal]));
    this.#life = first.then(
      (running) => this.#keepAlive(running),
      () => {},
    );
    await first;
  }

  /** Resolves when the process has ended, even one whose start was still under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#life;
  }

  async #keepAlive(first: Running): Promise<void> {
    let running: Running | undefined = first;
    let deaths = 0;
    while (deaths < quickDeathsAllowed) {
      const since = Date.now();
      if (running !== undefined) await this.#untilDeath(running);
      if (this.#stopping.signal.aborted) return;
      deaths = Date.now() - since > quickDeath ? 1 : deaths + 1;
      if (deaths < quickDeathsAllowed) running = await this.#restarted();
    }
    const message = `${this.#options.name} ended ${quickDeathsAllowed} times in a row.`;
    this.#fail(new TaskhookError('start_failed', message));
  }

  async #untilDeath(running: Running): Promise<void> {
    const { signal } = this.#stopping;
    const stopped = signal.aborted ? Promise.resolve() : once(signal, 'abort');
    const end = await Promise.race([running.exited, stopped.then(() => undefined)]);
    if (end === undefined) await running.stop();
    else this.#tellDeath(running, end);
  }

  async #restarted(): Promise<Running | undefined> {
    const { signal } = this.#stopping;
    try {
      await sleep(pauseBeforeRestart, undefined, { signal });
      return await this.#options.start(signal);
    } catch (error) {
      if (!signal.aborted) this.#options.log(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #tellDeath(running: Running, end: number | NodeJS.Signals): void {
    const { log, name } = this.#options;
    const words = running.lastWords?.() ?? '';
    log(`${name} ended unexpectedly (${end}).${words && ` Its last lines:\n${words}`}`);
  }
}
