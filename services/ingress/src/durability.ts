import { TaskhookError } from '@taskhook/errors';
import type { Redis } from '@taskhook/queue';

export const durabilityLevels = [
  'fsync always',
  'fsync everysec',
  'fsync by the system',
  'memory',
  'unknown',
] as const;
export type DurabilityLevel = (typeof durabilityLevels)[number];

/** What an answer of 200 is worth, by how Redis keeps its data. */
export interface Durability {
  level: DurabilityLevel;
  meaning: string;
}

const meanings: Record<DurabilityLevel, string> = {
  'fsync always': 'an accepted lead survives the loss of power',
  'fsync everysec': 'an accepted lead survives the end of Redis; a loss of power costs up to two seconds',
  'fsync by the system': 'an accepted lead survives the end of Redis; a loss of power costs up to a minute',
  memory: 'an accepted lead that is not delivered yet is lost when Redis ends',
  unknown: 'Redis does not tell its configuration; set appendonly yes and appendfsync always',
};

/**
 * Reads it from Redis. Throws `start_failed` where Redis may evict keys, since it would evict leads, and
 * what the connection throws where Redis does not answer.
 */
export async function readDurability(redis: Redis): Promise<Durability> {
  const [policy, appendOnly, fsync] = await Promise.all([
    readSetting(redis, 'maxmemory-policy'),
    readSetting(redis, 'appendonly'),
    readSetting(redis, 'appendfsync'),
  ]);
  if (policy !== undefined && policy !== 'noeviction') throw evicts(policy);
  const level = levelOf(appendOnly, fsync);
  return { level, meaning: meanings[level] };
}

/** Managed servers refuse CONFIG; then the setting is not known. A server that cannot be asked throws. */
async function readSetting(redis: Redis, name: string): Promise<string | undefined> {
  try {
    const reply: unknown = await redis.config('GET', name);
    const value: unknown = Array.isArray(reply) ? reply[1] : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** No right to ask, or a command that a managed server does not have. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && /^(NOPERM|ERR)\b/.test(error.message);
}

function evicts(policy: string): TaskhookError {
  return new TaskhookError(
    'start_failed',
    `Redis has maxmemory-policy ${policy} and would drop leads when it is full; set it to noeviction.`,
  );
}

function levelOf(appendOnly: string | undefined, fsync: string | undefined): DurabilityLevel {
  if (appendOnly === undefined || fsync === undefined) return 'unknown';
  if (appendOnly !== 'yes') return 'memory';
  if (fsync === 'always') return 'fsync always';
  return fsync === 'everysec' ? 'fsync everysec' : 'fsync by the system';
}
