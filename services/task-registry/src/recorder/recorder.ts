import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND, type RunLogEvent } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { RunLogBatch, RunLogReader } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { RegistryEvents } from '../events.ts';
import { isRefusal, rethrowStoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { recordApart } from './record-apart.ts';
import { recordEvents } from './record-events.ts';

export interface RecorderOptions {
  store: Store;
  reader: RunLogReader;
  events: RegistryEvents;
  logger: Logger;
  /** Told of what is in MongoDB now. */
  recorded: (events: readonly RunLogEvent[]) => void;
  /** After so long without an acknowledgement, entries of another recorder are taken over. */
  takeOverAfterMs?: number;
}

export interface Recorder {
  /** When a turn last ended well, in milliseconds since 1970. */
  lastProgress(): number;
  close(): Promise<void>;
}

const READ_COUNT = 200;
const BLOCK_MS = SECOND;
const TIDY_EVERY_MS = SECOND;

/**
 * While many leads come, a batch is given this long to fill: most runs have ended by then and are written
 * once instead of twice. A batch of fewer events than these is followed by the next without delay, and so is a full one.
 */
const GATHER_MS = SECOND;
const MANY_EVENTS = 50;
const TAKE_OVER_AFTER_MS = 30 * SECOND;

/**
 * Moves the run log into MongoDB. An entry is acknowledged when it is written, and removed from the
 * stream when it is acknowledged. A recorder that dies leaves its entries to the others, which may
 * write them a second time: the documents stay the same.
 */
export function startRecorder(options: RecorderOptions): Recorder {
  const { reader } = options;
  const takeOverAfter = options.takeOverAfterMs ?? TAKE_OVER_AFTER_MS;
  let progress = Date.now();
  let tidied = 0;
  let fresh = false;
  const tidy = async (): Promise<void> => {
    await commitAll(options, () => reader.takeOver(takeOverAfter, READ_COUNT));
    await reader.trim();
    const { unread, pending } = await reader.lag();
    options.events.runLogLag(unread + pending);
    tidied = Date.now();
  };
  const turn = async (signal: AbortSignal): Promise<void> => {
    // After a failure: what was read is not written yet, and the group may be gone with its Redis.
    if (!fresh) await reader.ensureGroup();
    if (!fresh) await commitAll(options, () => reader.readOwnPending(READ_COUNT));
    fresh = false;
    const batch = await reader.read(READ_COUNT, BLOCK_MS);
    await commit(options, batch);
    if (Date.now() - tidied > TIDY_EVERY_MS) await tidy();
    fresh = true;
    progress = Date.now();
    if (batch.events.length > MANY_EVENTS && batch.ids.length < READ_COUNT)
      await sleep(GATHER_MS, undefined, { signal }).catch(() => undefined);
  };
  const loop: Loop = startLoop({
    name: 'recorder',
    logger: options.logger,
    pauseMs: 0,
    turn: (signal) => turn(signal).catch(rethrowStoreFault),
  });
  const close = async (): Promise<void> => {
    await loop.close();
    await reader.leave();
  };
  return { lastProgress: () => progress, close };
}

async function commitAll(options: RecorderOptions, read: () => Promise<RunLogBatch>): Promise<void> {
  for (;;) {
    const batch = await read();
    if (batch.ids.length === 0) return;
    await commit(options, batch);
  }
}

async function record({ store, events }: RecorderOptions, batch: readonly RunLogEvent[]): Promise<void> {
  try {
    await recordEvents(store, batch);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const refused = await recordApart(store, batch);
    if (refused.length > 0) events.runLogRefused(refused);
  }
}

/** Written first, acknowledged then. */
async function commit(options: RecorderOptions, batch: RunLogBatch): Promise<void> {
  if (batch.ids.length === 0) return;
  if (batch.unreadable.length > 0) options.events.runLogUnreadable(batch.unreadable);
  await record(options, batch.events);
  await options.reader.acknowledge(batch.ids);
  options.events.runLogRecorded(batch.events.length);
  options.recorded(batch.events);
}
