import type { Resources } from '@taskhook/lifecycle';
import {
  connectRedis,
  createReadModel,
  createReadModelCopier,
  type ReadModel,
  type ReadModelCopier,
  type ReadModelCopy,
  type Redis,
  type RedisKeys,
} from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { IngressConfig } from './config.ts';
import { watchDurability, type DurabilityWatch } from './durability-watch.ts';
import { readDurability } from './durability.ts';
import type { IngressEvents } from './events.ts';
import type { LocalDisk } from './spool/local-disk.ts';

export interface Connections {
  commands: Redis;
  subscriber: Redis;
  durability: DurabilityWatch;
  readModel: ReadModel;
  /** Where there is a disk to copy it to. */
  copier?: ReadModelCopier;
}

export interface ConnectParts {
  config: IngressConfig;
  keys: RedisKeys;
  events: IngressEvents;
  logger: Logger;
  resources: Resources;
}

/** With a spool nobody needs to wait longer before a lead goes there. */
const SPOOLED_TIMEOUT_MS = 1_500;

/**
 * Connects to Redis. With a spool that knows the tasks Redis may be away: the start goes on without it,
 * and Redis' settings are read when it comes. Throws `start_failed`.
 */
export async function connect(parts: ConnectParts, disk: LocalDisk | undefined): Promise<Connections> {
  const { config, keys, events, logger, resources } = parts;
  const shared = { url: config.redisUrl, logger, mayBeAway: (await disk?.known.any()) ?? false };
  const commands = await connectRedis({
    ...shared,
    name: 'ingress',
    purpose: 'answer',
    ...(disk !== undefined && { commandTimeoutMs: SPOOLED_TIMEOUT_MS }),
  });
  resources.add('redis commands', commands, disconnect);
  const subscriber = await connectRedis({ ...shared, name: 'ingress-changes', purpose: 'work' });
  resources.add('redis subscriber', subscriber, disconnect);
  if (commands.status === 'ready') {
    // An evicting Redis ends the start; the watch only alarms, since a running ingress has leads in it.
    await readDurability(commands);
  } else disk?.circuit.open(new Error('Redis was away at the start'));
  const durability = watchDurability(commands, events, logger);
  resources.add('durability watch', durability, (watch) => watch.close());
  const copy = disk && copyOf(commands, keys, disk);
  const readModel = await createReadModel({ commands, subscriber, keys, logger, ...(copy && { copy }) });
  return { commands, subscriber, durability, readModel, ...(copy && { copier: copy.copier }) };
}

function copyOf(redis: Redis, keys: RedisKeys, { known, circuit }: LocalDisk): ReadModelCopy {
  const copier = createReadModelCopier(redis, keys, known);
  return { store: known, copier, isAway: circuit.isOpen, failed: circuit.open };
}

const disconnect = (redis: Redis): void => redis.disconnect();
