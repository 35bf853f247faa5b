import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Stands between a runner and its Redis, and can cut the way or swallow what is said. Closed with the test. */
export async function tcpProxy(target: URL) {
  const sockets = new Set<Socket>();
  let open = true;
  let swallowed: Swallowed | undefined;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    if (!open) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    keep(upstream);
    relay(client, upstream, () => swallowed);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const cut = (): void => {
    open = false;
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      open = true;
    },
    /** From now on nothing comes through on connections that gave themselves this name, and nothing ends them. */
    swallow: (name: string, which: 'those open' | 'all') => {
      swallowed = { name, which, at: performance.now() };
    },
  };
}

interface Swallowed {
  name: string;
  which: 'those open' | 'all';
  at: number;
}

/** Passes on what both sides say, until what the client's name asks for is to be swallowed. */
function relay(client: Socket, upstream: Socket, swallowed: () => Swallowed | undefined): void {
  const openedAt = performance.now();
  let said = '';
  const isSwallowed = (): boolean => {
    const order = swallowed();
    if (order === undefined || !said.includes(order.name)) return false;
    return order.which === 'all' || openedAt < order.at;
  };
  client.on('data', (chunk: Buffer) => {
    if (said.length < NAMED_WITHIN) said += chunk.toString('latin1');
    if (!isSwallowed()) upstream.write(chunk);
  });
  upstream.on('data', (chunk: Buffer) => {
    if (!isSwallowed()) client.write(chunk);
  });
}

/** A client tells its name among the first things that it says. */
const NAMED_WITHIN = 10_000;
