import type { Resources } from '@taskhook/lifecycle';
import { connectRedis, redisKeys, type Redis, type RedisKeys } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Config } from './config.ts';

/** The runner's connections to Redis. Each is a resource of its own. */
export interface Connections {
  keys: RedisKeys;
  /** Run log, next steps, read model: nobody waits, so commands wait out an outage. */
  commands: Redis;
  /** Listens for changes of the read model. */
  subscriber: Redis;
  /** Readiness and metrics: somebody waits, so commands fail at once. */
  probe: Redis;
  /** For a worker. */
  worker: (name: string) => Promise<Redis>;
}

type Purpose = Parameters<typeof connectRedis>[0]['purpose'];

export async function openConnections(
  config: Config,
  logger: Logger,
  resources: Resources,
): Promise<Connections> {
  const open = async (name: string, purpose: Purpose): Promise<Redis> => {
    const redis = await connectRedis({ url: config.redisUrl, name: `runner-${name}`, purpose, logger });
    return resources.add(`redis ${name}`, redis, (connection) => connection.disconnect());
  };
  return {
    keys: redisKeys(config.redisKeyPrefix, config.secretKey),
    commands: await open('commands', 'work'),
    subscriber: await open('subscriber', 'work'),
    probe: await open('probe', 'answer'),
    worker: (name) => open(`worker-${name}`, 'block'),
  };
}
