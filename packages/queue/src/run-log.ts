import type { Redis } from 'ioredis';
import { RunLogEntry, validator, type RunLogEvent } from '@taskhook/contracts';

const FIELD = 'e';
const checkEntry = validator(RunLogEntry);

/** Appends events as one entry of the stream. Resolves when Redis has taken it. */
export async function appendRunLog(redis: Redis, key: string, events: readonly RunLogEvent[]): Promise<void> {
  if (events.length > 0) await redis.xadd(key, '*', FIELD, JSON.stringify(events));
}

/** What was written to the run log at one time. */
export interface ReadEntry {
  /** The stream's id, to be acknowledged when the events are committed. */
  id: string;
  events: RunLogEvent[];
}

export interface RunLogBatch {
  entries: ReadEntry[];
  /** Ids of entries that cannot be read: they are acknowledged, and told. */
  unreadable: string[];
}

export interface RunLogReader {
  /** Makes the group where it does not exist, from the start of the stream. */
  ensureGroup(): Promise<void>;
  /** New entries; waits up to `blockMs` for the first. */
  read(count: number, blockMs: number): Promise<RunLogBatch>;
  /** What this consumer, by its name, has read before and not acknowledged. */
  readOwnPending(count: number): Promise<RunLogBatch>;
  /** Takes over entries that another consumer has left unacknowledged for so long. */
  takeOver(minIdleMs: number, count: number): Promise<RunLogBatch>;
  acknowledge(ids: readonly string[]): Promise<void>;
  /** Removes what the group has read and acknowledged, and nothing else. */
  trim(): Promise<void>;
  /** Takes this consumer out of the group, unless others still have to take entries over from it. */
  leave(): Promise<void>;
  /** Entries that nobody has read yet, and those that are read and not acknowledged. */
  lag(): Promise<{ unread: number; pending: number }>;
  /** The id of the newest entry that ever was. */
  end(): Promise<string>;
  /** Whether everything up to that entry is acknowledged. */
  hasCommitted(id: string): Promise<boolean>;
}

export interface RunLogReaderOptions {
  /** A connection of its own: reading blocks it. */
  blocking: Redis;
  commands: Redis;
  key: string;
  group: string;
  consumer: string;
}

export function createRunLogReader(options: RunLogReaderOptions): RunLogReader {
  const { blocking, commands, key, group, consumer } = options;
  return {
    ensureGroup: () => ensureGroup(commands, key, group),
    read: async (count, blockMs) =>
      toBatch(
        await blocking.xreadgroup(
          'GROUP',
          group,
          consumer,
          'COUNT',
          count,
          'BLOCK',
          blockMs,
          'STREAMS',
          key,
          '>',
        ),
      ),
    readOwnPending: async (count) =>
      toBatch(await commands.xreadgroup('GROUP', group, consumer, 'COUNT', count, 'STREAMS', key, '0')),
    takeOver: async (minIdleMs, count) => {
      const reply: unknown = await commands.xautoclaim(key, group, consumer, minIdleMs, '0', 'COUNT', count);
      return decode(Array.isArray(reply) ? reply[1] : []);
    },
    acknowledge: async (ids) => {
      if (ids.length > 0) await commands.xack(key, group, ...ids);
    },
    trim: () => trim(commands, key, group),
    leave: () => leave(commands, key, group, consumer),
    lag: async () => {
      const info = await groupInfo(commands, key, group);
      return { unread: Number(info.get('lag') ?? 0), pending: Number(info.get('pending') ?? 0) };
    },
    end: () => lastId(commands, key),
    hasCommitted: (id) => hasCommitted(commands, key, group, id),
  };
}

/** Names are per process: without this they would pile up in the group. */
async function leave(redis: Redis, key: string, group: string, consumer: string): Promise<void> {
  const pending: unknown = await redis.xpending(key, group, '-', '+', 1, consumer);
  if (Array.isArray(pending) && pending.length === 0) await redis.xgroup('DELCONSUMER', key, group, consumer);
}

async function ensureGroup(redis: Redis, key: string, group: string): Promise<void> {
  try {
    await redis.xgroup('CREATE', key, group, '0', 'MKSTREAM');
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
  }
}

/** The oldest entry that is not acknowledged stays, and everything after it. */
async function trim(redis: Redis, key: string, group: string): Promise<void> {
  const pending: unknown = await redis.xpending(key, group);
  const oldestPending: unknown = Array.isArray(pending) ? pending[1] : null;
  const keepFrom = typeof oldestPending === 'string' ? oldestPending : await afterLastRead(redis, key, group);
  await redis.xtrim(key, 'MINID', keepFrom);
}

async function afterLastRead(redis: Redis, key: string, group: string): Promise<string> {
  const lastRead = (await groupInfo(redis, key, group)).get('last-delivered-id');
  const [time = '0', sequence = '0'] = typeof lastRead === 'string' ? lastRead.split('-') : [];
  return `${time}-${BigInt(sequence) + 1n}`;
}

async function lastId(redis: Redis, key: string): Promise<string> {
  if ((await redis.exists(key)) === 0) return '0-0';
  const info = toMap((await redis.xinfo('STREAM', key)) as unknown[]);
  const id = info.get('last-generated-id');
  return typeof id === 'string' ? id : '0-0';
}

async function hasCommitted(redis: Redis, key: string, group: string, id: string): Promise<boolean> {
  const read = (await groupInfo(redis, key, group)).get('last-delivered-id');
  if (typeof read !== 'string' || isAfter(id, read)) return id === '0-0';
  const pending: unknown = await redis.xpending(key, group);
  const oldest: unknown = Array.isArray(pending) ? pending[1] : null;
  return typeof oldest !== 'string' || isAfter(oldest, id);
}

/** Ids of entries: milliseconds and a number within them. */
function isAfter(a: string, b: string): boolean {
  const [[time = '0', number = '0'], [otherTime = '0', otherNumber = '0']] = [a.split('-'), b.split('-')];
  return BigInt(time) === BigInt(otherTime)
    ? BigInt(number) > BigInt(otherNumber)
    : BigInt(time) > BigInt(otherTime);
}

async function groupInfo(redis: Redis, key: string, group: string): Promise<Map<unknown, unknown>> {
  const groups = (await redis.xinfo('GROUPS', key)) as unknown[][];
  for (const flat of groups) {
    const info = toMap(flat);
    if (info.get('name') === group) return info;
  }
  return new Map();
}

/** Redis gives names and values in turns. */
function toMap(flat: readonly unknown[]): Map<unknown, unknown> {
  return new Map(flat.flatMap((name, i) => (i % 2 === 0 ? [[name, flat[i + 1]] as const] : [])));
}

function toBatch(reply: unknown): RunLogBatch {
  const streams = Array.isArray(reply) ? (reply as unknown[][]) : [];
  return decode(streams[0]?.[1] ?? []);
}

function decode(entries: unknown): RunLogBatch {
  const batch: RunLogBatch = { entries: [], unreadable: [] };
  for (const entry of Array.isArray(entries) ? (entries as [string, string[] | null][]) : []) {
    const [id, fields] = entry;
    const events = parseEntry(fields?.[1]);
    if (events === null) batch.unreadable.push(id);
    else batch.entries.push({ id, events });
  }
  return batch;
}

function parseEntry(text: string | undefined): RunLogEvent[] | null {
  if (text === undefined) return null;
  try {
    const result = checkEntry(JSON.parse(text));
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}
