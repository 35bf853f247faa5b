import { loadConfig } from '@taskhook/config';
import {
  newConnectionId,
  type Channel,
  type FetchJob,
  type Provider,
  type RunLogEvent,
} from '@taskhook/contracts';
import {
  connectRedis,
  createLeadQueues,
  publishConnection,
  publishTask,
  redisKeys,
  type Redis,
  type RedisKeys,
} from '@taskhook/queue';
import { silentLogger, type Logger } from '@taskhook/telemetry';
import { testEnvironment, testSettings, type TestSettings } from '@taskhook/testing';
import { createVault } from '@taskhook/vault';
import { configTable } from '../src/config.ts';
import { startService, type Overrides } from '../src/service.ts';
import { taskEntry, type TaskOptions } from './task-entry.ts';

/** Ingress instances over one Redis, and a connection of the test's own to look at it. */
export interface RunningIngress {
  settings: TestSettings;
  redis: Redis;
  keys: RedisKeys;
  ports: number[];
  adminPort: number;
  /** Publishes a task; gives where leads are sent to. */
  task(options?: TaskOptions): Promise<{ url: string; token: string; taskId: string }>;
  /** Publishes a connection; gives its id. */
  connection(provider: Provider): Promise<string>;
  runLog(taskId?: string): Promise<RunLogEvent[]>;
  jobs(channel: Channel): Promise<{ waiting: number; delayed: number }>;
  /** The jobs that are to fetch a lead for the task. */
  fetches(taskId: string): Promise<FetchJob[]>;
  close(): Promise<void>;
}

export interface RunOptions extends Overrides {
  environment?: Record<string, string>;
}

export async function runIngress(
  instances = 1,
  settings: TestSettings = testSettings(),
  logger: Logger = silentLogger,
  { environment = {}, ...overrides }: RunOptions = {},
): Promise<RunningIngress> {
  const config = loadConfig(configTable, { ...testEnvironment(settings), ...environment });
  const services = await Promise.all(
    Array.from({ length: instances }, () => startService(config, logger, overrides)),
  );
  const [first] = services;
  if (first === undefined) throw new Error('at least one instance');
  const redisOptions = {
    url: settings.redisUrl,
    name: 'test',
    purpose: 'work',
    logger: silentLogger,
  } as const;
  const redis = await connectRedis(redisOptions);
  const keys = redisKeys(settings.keyPrefix, config.secretKey);
  const vault = createVault(config.secretKey);
  const queues = createLeadQueues(redis, keys);
  const close = async (): Promise<void> => {
    const unclosed = await Promise.all(services.map((service) => service.close()));
    await queues.close();
    redis.disconnect();
    if (unclosed.flat().length > 0) throw new Error(`did not close: ${unclosed.flat().join(', ')}`);
  };
  return {
    settings,
    redis,
    keys,
    ports: services.map(({ port }) => port),
    adminPort: first.adminPort,
    task: async (options) => {
      const { entry, token, taskId } = taskEntry(options, vault);
      await publishTask(redis, keys, entry);
      return { url: `http://127.0.0.1:${first.port}/w/${token}`, token, taskId };
    },
    connection: async (provider) => {
      const id = newConnectionId();
      const sealed_secrets = vault.seal(JSON.stringify({ access_token: 'token' }), id);
      await publishConnection(redis, keys, {
        connection_id: id,
        provider,
        settings: {},
        sealed_secrets,
      });
      return id;
    },
    fetches: (taskId) => readFetches(redis, keys, taskId),
    runLog: (taskId) => readRunLog(redis, keys, taskId),
    jobs: (channel) => queues.stats(channel),
    close,
  };
}

async function readRunLog(redis: Redis, keys: RedisKeys, taskId?: string): Promise<RunLogEvent[]> {
  const entries = await redis.xrange(keys.runLog, '-', '+');
  const events = entries.flatMap(([, fields]) => JSON.parse(fields[1] ?? '[]') as RunLogEvent[]);
  return taskId === undefined
    ? events
    : events.filter((event) => 'task_id' in event && event.task_id === taskId);
}

async function readFetches(redis: Redis, { fetchQueue }: RedisKeys, taskId: string): Promise<FetchJob[]> {
  const start = `${fetchQueue.prefix}:${fetchQueue.name}`;
  const ids = await redis.lrange(`${start}:wait`, 0, -1);
  const texts = await Promise.all(ids.map((id) => redis.hget(`${start}:${id}`, 'data')));
  const jobs = texts.map((text) => JSON.parse(text ?? '{}') as FetchJob);
  return jobs.filter((job) => job.task_id === taskId).toReversed();
}
