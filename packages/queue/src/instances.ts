import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { InstanceRecord, SECOND, validator } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { Logger } from '@taskhook/telemetry';
import type { RedisKeys } from './keys.ts';

/** How often a process tells of itself. */
const PULSE_MS = 5 * SECOND;
/** One that has not told for so long is gone, or cannot reach Redis. */
const GONE_MS = 3 * PULSE_MS;

const checkRecord = validator(InstanceRecord);

/** The part of a record that is a service's own. */
export type InstanceReport = Omit<InstanceRecord, 'id' | 'service' | 'version' | 'started_at' | 'at'>;

export interface PulseOptions {
  redis: Redis;
  keys: RedisKeys;
  logger: Logger;
  service: InstanceRecord['service'];
  version: string;
  /** What there is to tell now beside that the process is there. */
  report: () => InstanceReport | Promise<InstanceReport>;
}

/** What a process tells of itself, for `GET /v1/system`. */
export interface Pulse {
  /** Tells it now; rejects where Redis takes no write. */
  beat: () => Promise<void>;
  /** Ends it, and takes the process off the list. */
  close(): Promise<void>;
}

/** Tells of a process every few seconds while Redis is there. */
export function startPulse(options: PulseOptions): Pulse {
  const { redis, keys, logger, service, version, report } = options;
  const id = `${service}-${hostname()}-${randomBytes(4).toString('hex')}`;
  const started_at = Date.now();
  const beat = async (): Promise<void> => {
    const record: InstanceRecord = { ...(await report()), id, service, version, started_at, at: Date.now() };
    await redis.hset(keys.instances, id, JSON.stringify(record));
  };
  const loop: Loop = startLoop({
    name: 'pulse',
    logger,
    pauseMs: PULSE_MS,
    turn: async () => {
      if (redis.status === 'ready') await beat().catch(() => undefined);
    },
  });
  return {
    beat,
    close: async () => {
      await loop.close();
      if (redis.status === 'ready') await redis.hdel(keys.instances, id).catch(() => undefined);
    },
  };
}

/** The processes that told of themselves lately, by their ids; forgets the others. */
export async function readInstances(redis: Redis, keys: RedisKeys, now: number): Promise<InstanceRecord[]> {
  const found = Object.entries(await redis.hgetall(keys.instances));
  const gone: string[] = [];
  const present = found.flatMap(([id, text]) => {
    const result = checkRecord(JSON.parse(text));
    if (result.ok && result.value.at >= now - GONE_MS) return [result.value];
    gone.push(id);
    return [];
  });
  if (gone.length > 0) await redis.hdel(keys.instances, ...gone);
  return present.toSorted((a, b) => a.id.localeCompare(b.id));
}
