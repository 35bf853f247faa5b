import { loadConfig } from '@taskhook/config';
import {
  fetchJobId,
  newRunId,
  type Channel,
  type Connection,
  type ConnectionInput,
  type FetchJob,
  type QuarantineEntry,
  type Run,
  type RunLogEvent,
  type StepJob,
  type Task,
  type TaskInput,
} from '@taskhook/contracts';
import {
  appendRunLog,
  connectRedis,
  createLeadQueues,
  redisKeys,
  type LeadQueues,
  type Redis,
  type RedisKeys,
} from '@taskhook/queue';
import { silentLogger, type Logger } from '@taskhook/telemetry';
import { testEnvironment, testSettings, until, type TestSettings } from '@taskhook/testing';
import { configTable } from '../src/config.ts';
import { startService, type RegistryService } from '../src/service.ts';
import { accepted, progress } from './events.ts';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

export interface Harness {
  settings: TestSettings;
  service: RegistryService;
  redis: Redis;
  keys: RedisKeys;
  queues: LeadQueues;
  /** Calls the API with the admin key. */
  call<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
  createTask(input?: Partial<TaskInput>): Promise<Task>;
  createConnection(input?: Partial<ConnectionInput>): Promise<Connection>;
  log(...events: RunLogEvent[]): Promise<void>;
  /** Waits until the API shows the run as wanted. */
  runWhen(id: string, wanted: (run: Run) => boolean): Promise<Run>;
  entryWhen(id: string, wanted?: (entry: QuarantineEntry) => boolean): Promise<QuarantineEntry>;
  /** The payload of the job of a run's first step, as a worker would get it. */
  jobOf(runId: string, channel?: Channel): Promise<StepJob | null>;
  /** The payload of the job that fetches a run's lead. */
  fetchJobOf(runId: string): Promise<FetchJob | null>;
  /** A run of the task that has succeeded. */
  endedRun(task: Task): Promise<string>;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export interface HarnessOptions {
  settings?: TestSettings;
  environment?: Record<string, string>;
  logger?: Logger;
}

/** A registry on real servers with a client of its own; everything ends with `close`. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const settings = options.settings ?? testSettings();
  const environment = { ...testEnvironment(settings), ...options.environment };
  const config = loadConfig(configTable, environment);
  const service = await startService(config, options.logger ?? silentLogger);
  const redis = await connectRedis({
    url: settings.redisUrl,
    name: 'test',
    purpose: 'work',
    logger: silentLogger,
  });
  const keys = redisKeys(settings.keyPrefix, config.secretKey);
  const queues = createLeadQueues(redis, keys);
  const call = caller(`http://127.0.0.1:${service.port}`, settings.adminKey);
  return {
    settings,
    service,
    redis,
    keys,
    queues,
    call,
    createTask: async (input = {}) =>
      (await call<Task>('POST', '/v1/tasks', { name: 'Corso', ...input })).body,
    createConnection: async (input = {}) =>
      (await call<Connection>('POST', '/v1/connections', { ...metaConnection, ...input })).body,
    log: (...events) => appendRunLog(redis, keys.runLog, events),
    runWhen: (id, wanted) => until(`run ${id}`, () => shown<Run>(call, `/v1/runs/${id}`, wanted)),
    entryWhen: (id, wanted = () => true) =>
      until(`entry ${id}`, () => shown<QuarantineEntry>(call, `/v1/quarantine/${id}`, wanted)),
    jobOf: async (runId, channel = 'preview') => {
      const { prefix, name } = keys.queue(channel);
      const data = await redis.hget(`${prefix}:${name}:${runId}-0`, 'data');
      return data === null ? null : (JSON.parse(data) as StepJob);
    },
    fetchJobOf: async (runId) => {
      const { prefix, name } = keys.fetchQueue;
      const data = await redis.hget(`${prefix}:${name}:${fetchJobId(runId)}`, 'data');
      return data === null ? null : (JSON.parse(data) as FetchJob);
    },
    endedRun: async (task) => {
      const id = newRunId();
      await appendRunLog(redis, keys.runLog, [accepted(id, task.id), progress(id, task.id, 'succeeded')]);
      await until(`run ${id}`, () =>
        shown<Run>(call, `/v1/runs/${id}`, ({ status }) => status === 'succeeded'),
      );
      return id;
    },
    metrics: async () => (await fetch(`http://127.0.0.1:${service.adminPort}/metrics`)).text(),
    close: async () => {
      await service.close();
      await queues.close();
      redis.disconnect();
    },
  };
}

const metaConnection: ConnectionInput = { name: 'Pagina', provider: 'meta', access_token: 'EAAG-token' };

function caller(base: string, key: string): Harness['call'] {
  return async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as T,
    };
  };
}

async function shown<T>(
  call: Harness['call'],
  path: string,
  wanted: (item: T) => boolean,
): Promise<T | undefined> {
  const { status, body } = await call<T>('GET', path);
  return status === 200 && wanted(body) ? body : undefined;
}
