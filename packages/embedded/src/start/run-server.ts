import type { EmbeddedServer, ServerOptions } from '../servers/server.ts';
import { Supervisor, type Running } from './supervisor.ts';

/**
 * Starts a server and keeps it alive on the port that it first got, so that its URL stays true.
 * Throws what `begin` throws.
 */
export async function runServer(
  name: string,
  begin: (options: ServerOptions) => Promise<EmbeddedServer>,
  options: ServerOptions & { signal: AbortSignal },
): Promise<{ url: string; supervisor: Supervisor }> {
  let url: string | undefined;
  const start = async (signal: AbortSignal) => {
    const port = Number(URL.parse(url ?? '')?.port ?? 0);
    const server = await begin({ ...options, signal, ...(port > 0 && { port }) });
    url = server.url;
    return asRunning(server);
  };
  const supervisor = new Supervisor({ name, start, log: options.log });
  await supervisor.start(options.signal);
  return { url: url ?? '', supervisor };
}

/** A server at a given address ends, as far as this process is concerned, when it is let go. */
function asRunning(server: EmbeddedServer): Running {
  const released = Promise.withResolvers<number>();
  const stop = async () => {
    await server.close();
    released.resolve(0);
  };
  return { exited: server.exited ?? released.promise, stop };
}
