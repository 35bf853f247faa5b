import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** `there` is from who connects to the server behind the link. */
export type Direction = 'there' | 'back';

/** A TCP link between a process and a server on loopback, which can fail as a network does. */
export interface Link {
  port: number;
  /** Ends every connection, and each new one as it comes, until it is mended. */
  cut(): void;
  /** Nothing comes through and nothing ends, until it is mended; then what was on its way arrives. */
  hold(): void;
  /** Lets everything pass so many milliseconds late. */
  slow(ms: number): void;
  mend(): void;
  /** Asked for each piece as it passes whether it may go on its way. */
  watch(watcher: ((direction: Direction) => boolean) | undefined): void;
  close(): Promise<void>;
}

interface State {
  mode: 'open' | 'cut' | 'held';
  delayMs: number;
  watcher: ((direction: Direction) => boolean) | undefined;
  sockets: Set<Socket>;
}

/** Opens a link to a port of 127.0.0.1. */
export async function openLink(targetPort: number): Promise<Link> {
  const state: State = { mode: 'open', delayMs: 0, watcher: undefined, sockets: new Set() };
  const server = createServer({ noDelay: true }, (client) => {
    if (state.mode === 'cut') client.destroy();
    else join(state, client, connect({ port: targetPort, host: '127.0.0.1', noDelay: true }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const endAll = (): void => {
    for (const socket of state.sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state.mode = 'cut';
      endAll();
    },
    hold: () => {
      state.mode = 'held';
      for (const socket of state.sockets) socket.pause();
    },
    slow: (ms) => {
      state.delayMs = ms;
    },
    mend: () => {
      state.mode = 'open';
      state.delayMs = 0;
      for (const socket of state.sockets) socket.resume();
    },
    watch: (watcher) => {
      state.watcher = watcher;
    },
    close: async () => {
      state.mode = 'cut';
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function join(state: State, client: Socket, upstream: Socket): void {
  pass(state, client, upstream, 'there');
  pass(state, upstream, client, 'back');
}

/** Passes on what one side says, and its end, in their order. */
function pass(state: State, from: Socket, to: Socket, direction: Direction): void {
  state.sockets.add(from);
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => void): void => {
    const { delayMs } = state;
    last = Promise.all([last, delayMs > 0 && sleep(delayMs)]).then(work);
  };
  from.on('data', (piece: Buffer) => {
    if (state.watcher?.(direction) === false) return;
    inTurn(() => void to.write(piece));
  });
  from.on('error', () => undefined);
  from.on('close', () => {
    state.sockets.delete(from);
    inTurn(() => to.destroySoon());
  });
  if (state.mode === 'held') from.pause();
}
