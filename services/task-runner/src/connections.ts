import type { Resources } from '@taskhook/lifecycle';
import { connectRedis, redisKeys, type Redis, type RedisKeys } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Config } from './config.ts';
import type { WorkerConnections } from './workers.ts';

/** The runner's connections to Redis. Each is a resource of its own. */
export interface Connections {
  keys: RedisKeys;
  /** Run log, next steps, read model: nobody waits, so commands wait out an outage. */
  commands: Redis;
  /** Listens for changes of the read model. */
  subscriber: Redis;
  /** Readiness and metrics: somebody waits, so commands fail at once. */
  probe: Redis;
  workers: WorkerConnections;
}

type Purpose = Parameters<typeof connectRedis>[0]['purpose'];

export async function openConnections(
  config: Config,
  logger: Logger,
  resources: Resources,
): Promise<Connections> {
  const connect = (name: string, purpose: Purpose): Promise<Redis> =>
    connectRedis({ url: config.redisUrl, name: `runner-${name}`, purpose, logger });
  const open = async (name: string, purpose: Purpose): Promise<Redis> =>
    resources.add(`redis ${name}`, await connect(name, purpose), disconnect);
  return {
    keys: redisKeys(config.redisKeyPrefix, config.secretKey),
    commands: await open('commands', 'work'),
    subscriber: await open('subscriber', 'work'),
    probe: await open('probe', 'answer'),
    workers: workerConnections(connect, resources),
  };
}

/** Workers come and go while the runner lives; what is still open is closed with it. */
function workerConnections(
  connect: (name: string, purpose: Purpose) => Promise<Redis>,
  resources: Resources,
): WorkerConnections {
  const opened = resources.add('redis of workers', new Set<Redis>(), (all) => all.forEach(disconnect));
  return {
    open: async (name) => {
      const redis = await connect(`worker-${name}`, 'block');
      opened.add(redis);
      return redis;
    },
    close: (redis) => {
      opened.delete(redis);
      disconnect(redis);
    },
  };
}

const disconnect = (redis: Redis): void => redis.disconnect();
