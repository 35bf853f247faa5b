import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A small process of the bench's own that is talked to by messages. */
export interface Subject {
  pid: number;
  /** Sends a message and gives the next one that comes back. */
  ask<T>(message: object): Promise<T>;
  /** Stands still until it is resumed. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

/** Starts a module and waits for its first message. */
export async function startSubject(
  module: string,
  environment: Record<string, string> = {},
): Promise<Subject & { first: unknown }> {
  const child = fork(module, { env: { ...process.env, ...environment }, serialization: 'advanced' });
  const exited = once(child, 'exit').then(() => {
    throw new Error(`${module} has ended`);
  });
  exited.catch(() => undefined);
  const next = async <T>(): Promise<T> => {
    const [message] = (await Promise.race([once(child, 'message'), exited])) as [T];
    return message;
  };
  const first = await next();
  return {
    pid: child.pid ?? -1,
    first,
    ask: <T>(message: object) => {
      const reply = next<T>();
      child.send(message);
      return reply;
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    close: async () => {
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await exited.catch(() => undefined);
    },
  };
}
