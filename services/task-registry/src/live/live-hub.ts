import { SECOND, type Recorded } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { EventStream } from '@taskhook/http';
import type { Logger } from '@taskhook/telemetry';
import { toRunSummary, type RunSummary } from '../runs/run-summary.ts';
import type { Store } from '../store/store.ts';
import { toStoreFault } from '../store/store-fault.ts';
import { createLiveClient, type LiveClient } from './live-client.ts';
import type { LiveFilter } from './live-events.ts';

/** Everybody who watches runs change. */
export interface LiveHub {
  /**
   * Tells a client of changes until it leaves, the hub closes, or it may watch no longer. `open` gives
   * the stream. Throws `rate_limited` where too many watch, or `unavailable` while closing.
   */
  watch(filter: LiveFilter, mayStay: () => Promise<boolean>, open: () => Promise<EventStream>): Promise<void>;
  hear: (recorded: Recorded) => void;
  /** Tells everybody to read their lists again. */
  resync: () => void;
  close(): void;
}

export interface LiveHubOptions {
  store: Pick<Store, 'findSummaries'>;
  logger: Logger;
  /** Milliseconds between two looks at whether a client may still watch. */
  checkEveryMs?: number;
  maxClients?: number;
}

const MAX_CLIENTS = 200;
const CHECK_EVERY_MS = 10 * SECOND;
const TICK_MS = 100;
const COME_BACK_SECONDS = 5;

export function createLiveHub(options: LiveHubOptions): LiveHub {
  const { maxClients = MAX_CLIENTS, checkEveryMs = CHECK_EVERY_MS } = options;
  const clients = new Set<LiveClient>();
  let tick: NodeJS.Timeout | undefined;
  let closed = false;
  const tell = async (): Promise<void> => {
    await tellClients(options, clients);
    tick = undefined;
    if ([...clients].some((client) => !client.isIdle())) schedule();
  };
  const schedule = (): void => {
    if (!closed) tick ??= setTimeout(() => void tell(), TICK_MS);
  };
  return {
    watch: async (filter, mayStay, open) => {
      if (closed) throw new TaskhookError('unavailable', 'The server is closing.', comeBack);
      if (clients.size >= maxClients)
        throw new TaskhookError('rate_limited', 'Too many live lists are open.', comeBack);
      const stream = await open();
      const client = createLiveClient(stream, filter);
      if (closed) return client.end('closing');
      clients.add(client);
      if (stream.isResumed) client.send('resync', {});
      const checks = setInterval(() => void endUnlessStays(client, mayStay), checkEveryMs);
      await stream.ended;
      clearInterval(checks);
      clients.delete(client);
    },
    hear: (recorded) => {
      if (clients.size === 0) return;
      for (const client of clients) client.hear(recorded);
      schedule();
    },
    resync: () => {
      for (const client of clients) client.send('resync', {});
    },
    close: () => {
      closed = true;
      clearTimeout(tick);
      for (const client of clients) client.end('closing');
    },
  };
}

const comeBack = { retryAfter: COME_BACK_SECONDS };

/** Where nobody can say whether it may stay, it stays. */
async function endUnlessStays(client: LiveClient, mayStay: () => Promise<boolean>): Promise<void> {
  if (!(await mayStay().catch(() => true))) client.end('signed_out');
}

/** Runs that several want are read once. A read that fails makes the clients read their lists again. */
async function tellClients(
  { store, logger }: LiveHubOptions,
  clients: ReadonlySet<LiveClient>,
): Promise<void> {
  const now = Date.now();
  const wanted = [...clients].map((client): [LiveClient, string[]] => [client, client.wants(now)]);
  const ids = [...new Set(wanted.flatMap(([, mine]) => mine))];
  if (ids.length === 0) return;
  try {
    const runs = await readSummaries(store, ids);
    for (const [client, mine] of wanted) client.show(runs, mine);
  } catch (error) {
    logger.warn('live runs could not be read', { error: toStoreFault(error) });
    for (const [client, mine] of wanted) if (mine.length > 0) client.send('more', { changed: mine.length });
  }
}

async function readSummaries(
  store: LiveHubOptions['store'],
  ids: readonly string[],
): Promise<Map<string, RunSummary>> {
  const found = await store.findSummaries(ids);
  return new Map(found.map((doc) => [doc._id, toRunSummary(doc)]));
}
