import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** `nothing_kept`: the server has no files. `left_to_the_server`: it may not be asked, or failed at it. */
export type FilesRewritten = 'written_anew' | 'nothing_kept' | 'left_to_the_server';

const POLL_MS = 100;

/**
 * Has Redis write its files anew from what it holds: until then they keep the past. Resolves when they
 * are written. Where snapshots are on, one is made, too.
 */
export async function rewriteFiles(redis: Redis, signal?: AbortSignal): Promise<FilesRewritten> {
  try {
    const before = await persistence(redis);
    const keepsSnapshots = await hasSnapshots(redis);
    if (before.get('aof_enabled') !== '1' && !keepsSnapshots) return 'nothing_kept';
    if (before.get('aof_enabled') === '1') await rewriteLog(redis, signal);
    if (keepsSnapshots) await saveSnapshot(redis, signal);
    const after = await persistence(redis);
    const isWritten =
      after.get('aof_last_bgrewrite_status') === 'ok' && after.get('rdb_last_bgsave_status') === 'ok';
    return isWritten ? 'written_anew' : 'left_to_the_server';
  } catch (error) {
    if (isForbidden(error)) return 'left_to_the_server';
    throw error;
  }
}

/** One that is under way may have begun too early: it is waited for, and another one made. */
async function rewriteLog(redis: Redis, signal?: AbortSignal): Promise<void> {
  await idle(redis, signal);
  await redis.bgrewriteaof();
  await idle(redis, signal);
}

async function saveSnapshot(redis: Redis, signal?: AbortSignal): Promise<void> {
  await idle(redis, signal);
  await redis.bgsave();
  await idle(redis, signal);
}

const busy = ['aof_rewrite_in_progress', 'aof_rewrite_scheduled', 'rdb_bgsave_in_progress'];

async function idle(redis: Redis, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const facts = await persistence(redis);
    if (busy.every((name) => facts.get(name) !== '1')) return;
    await sleep(POLL_MS);
  }
}

async function hasSnapshots(redis: Redis): Promise<boolean> {
  const [, save = ''] = await redis.config('GET', 'save');
  return save !== '';
}

async function persistence(redis: Redis): Promise<Map<string, string>> {
  const lines = (await redis.info('persistence')).split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

/** Hosted servers know no such command, or forbid it. */
function isForbidden(error: unknown): boolean {
  return error instanceof Error && /^(?:NOPERM|ERR unknown command)/.test(error.message);
}
