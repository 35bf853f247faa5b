import { Redis } from 'ioredis';
import { TaskhookError } from '@taskhook/errors';
import type { Logger } from '@taskhook/telemetry';

export type { Redis } from 'ioredis';

/**
 * What a connection is for.
 * `answer`: a caller waits, so a command fails at once while there is no connection, and after a
 * time-out. `work`: nobody waits, so commands wait for the connection to come back. `block`: as
 * `work`, for commands that block.
 */
export type ConnectionPurpose = 'answer' | 'work' | 'block';

export interface RedisOptions {
  url: string;
  /** Shown by CLIENT LIST. */
  name: string;
  purpose: ConnectionPurpose;
  logger: Logger;
  /** Milliseconds that a caller of the purpose `answer` waits for a command at most. */
  commandTimeoutMs?: number;
  /** Whether the connection is given, too, while Redis is away: it comes with Redis. */
  mayBeAway?: boolean;
}

const COMMAND_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;
const MAX_RECONNECT_MS = 2_000;

/**
 * A connection that gives nothing for so long while it owes an answer is dead, though nobody has said so:
 * it is made anew. Longer than any command blocks.
 */
const SILENCE_MS = { answer: 10_000, work: 20_000, block: 20_000 } as const;

const optionsOf = {
  answer: { commandTimeout: COMMAND_TIMEOUT_MS, maxRetriesPerRequest: 0, enableOfflineQueue: false },
  work: { maxRetriesPerRequest: null },
  block: { maxRetriesPerRequest: null },
} as const;

/**
 * Connects and waits for the first connection; throws `start_failed` where there is none within 5
 * seconds, unless Redis may be away. Lost connections come back by themselves.
 */
export async function connectRedis(options: RedisOptions): Promise<Redis> {
  const { url, name, purpose, logger, commandTimeoutMs, mayBeAway = false } = options;
  const redis = new Redis(url, {
    ...optionsOf[purpose],
    socketTimeout: SILENCE_MS[purpose],
    ...(purpose === 'answer' && commandTimeoutMs !== undefined && { commandTimeout: commandTimeoutMs }),
    connectionName: `taskhook-${name}`,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), MAX_RECONNECT_MS),
    lazyConnect: true,
  });
  let told = '';
  redis.on('error', (error: Error) => {
    if (error.message !== told) logger.warn('redis connection failed', { connection: name, error });
    told = error.message;
  });
  redis.on('ready', () => {
    if (told !== '') logger.info('redis connection is back', { connection: name });
    told = '';
  });
  try {
    await firstConnection(redis);
  } catch (cause) {
    if (mayBeAway) return redis;
    redis.disconnect();
    throw new TaskhookError('start_failed', `Redis cannot be reached at ${hostOf(url)}.`, { cause });
  }
  return redis;
}

async function firstConnection(redis: Redis): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no connection in time')), CONNECT_TIMEOUT_MS);
  });
  try {
    await Promise.race([redis.connect(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** The address without its password. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'the given address';
}

/** Rejects where Redis does not answer: a readiness check. */
export async function pingRedis(redis: Redis): Promise<void> {
  if (redis.status !== 'ready') throw new Error(`connection is ${redis.status}`);
  await redis.ping();
}

/** An `unavailable` error for a caller whose command failed. */
export function redisUnavailable(cause: unknown): TaskhookError {
  return new TaskhookError('unavailable', 'The queue cannot be reached now.', { cause, retryAfter: 5 });
}
