import type { Logger } from '@taskhook/telemetry';

interface Resource {
  name: string;
  close: () => unknown;
}

/** What a service owns: pushed as it is made, closed in reverse, each under the same deadline. */
export class Resources {
  readonly #stack: Resource[] = [];
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Keeps a resource and gives it back. */
  add<T>(name: string, resource: T, close: (resource: T) => unknown): T {
    this.#stack.push({ name, close: () => close(resource) });
    return resource;
  }

  /**
   * Closes everything, last made first. One that fails or is not closed within its share of the time
   * left does not keep the others from it. Gives the names of those that did not close.
   */
  async close(timeoutMs: number): Promise<string[]> {
    const deadline = Date.now() + timeoutMs;
    const unclosed: string[] = [];
    for (let resource = this.#stack.pop(); resource !== undefined; resource = this.#stack.pop()) {
      this.#logger.debug('closing', { resource: resource.name });
      if (!(await this.#closeOne(resource, Math.max(deadline - Date.now(), 100))))
        unclosed.push(resource.name);
    }
    return unclosed;
  }

  async #closeOne(resource: Resource, timeoutMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<'timeout'>((resolve) => {
      timer = setTimeout(() => resolve('timeout'), timeoutMs);
    });
    try {
      const result = await Promise.race([Promise.resolve(resource.close()), timeout]);
      if (result !== 'timeout') return true;
      this.#logger.warn('resource did not close in time', { resource: resource.name });
    } catch (error) {
      this.#logger.warn('resource failed to close', { resource: resource.name, error });
    } finally {
      clearTimeout(timer);
    }
    return false;
  }
}
