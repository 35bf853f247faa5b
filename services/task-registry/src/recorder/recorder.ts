import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND, type RunLogEvent } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { RunLogBatch, RunLogReader } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { RegistryEvents } from '../events.ts';
import { isRefusal, rethrowStoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { createOpenEntries, type Recordable } from './open-entries.ts';
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
 * While many leads come, a batch is given this long to fill, and runs that have begun are given this long to
 * end: most are written once then, instead of twice. A batch of fewer events than these is written at once with
 * everything that waits, and followed by the next without delay; so is a full one.
 */
const GATHER_MS = 500;
const PATIENCE_MS = 3 * SECOND;
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
  const open = createOpenEntries(PATIENCE_MS);
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
    if (!fresh) {
      open.clear();
      await reader.ensureGroup();
      await commitAll(options, () => reader.readOwnPending(READ_COUNT));
    }
    fresh = false;
    const { entries, unreadable } = await reader.read(READ_COUNT, BLOCK_MS);
    const many = entries.reduce((sum, { events }) => sum + events.length, 0) > MANY_EVENTS;
    await commit(options, open.take(entries, many), unreadable);
    if (Date.now() - tidied > TIDY_EVERY_MS) await tidy();
    fresh = true;
    progress = Date.now();
    if (many && entries.length < READ_COUNT)
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
    // What cannot be written now is left to the other recorders.
    await commit(options, open.take([], false), []).catch(() => undefined);
    await reader.leave();
  };
  return { lastProgress: () => progress, close };
}

async function commitAll(options: RecorderOptions, read: () => Promise<RunLogBatch>): Promise<void> {
  for (;;) {
    const { entries, unreadable } = await read();
    if (entries.length + unreadable.length === 0) return;
    const events = entries.flatMap((entry) => entry.events);
    await commit(options, { events, ids: entries.map(({ id }) => id) }, unreadable);
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
async function commit(
  options: RecorderOptions,
  { events, ids }: Recordable,
  unreadable: readonly string[],
): Promise<void> {
  if (events.length + ids.length + unreadable.length === 0) return;
  if (unreadable.length > 0) options.events.runLogUnreadable(unreadable);
  await record(options, events);
  await options.reader.acknowledge([...ids, ...unreadable]);
  options.events.runLogRecorded(events.length);
  options.recorded(events);
}
