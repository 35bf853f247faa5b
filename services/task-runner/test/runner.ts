import { onTestFinished } from 'vitest';
import { loadConfig } from '@taskhook/config';
import {
  newConnectionId,
  newRunId,
  newSigningSecret,
  newTaskId,
  withTaskDefaults,
  type FetchJob,
  type Lead,
  type Provider,
  type RunLogEvent,
  type RunProgress,
  type StepJob,
  type TaskInput,
  type TaskRecord,
} from '@taskhook/contracts';
import {
  completeSuppressions,
  connectRedis,
  createFetchQueue,
  createLeadQueues,
  createRunLogReader,
  publishConnection,
  publishTask,
  redisKeys,
  type Redis,
} from '@taskhook/queue';
import { silentLogger, type Logger } from '@taskhook/telemetry';
import { testEnvironment, testSettings, until } from '@taskhook/testing';
import { createVault } from '@taskhook/vault';
import { configTable } from '../src/config.ts';
import { startService } from '../src/service.ts';

export const mario: Lead = {
  full_name: 'Mario Rossi',
  phone: '+393331234567',
  email: 'mario@example.it',
  extra_fields: { eta: 34, citta: 'Bologna' },
};

/** What the rest of the platform does around a runner: publishes tasks, queues leads, reads the run log. */
export async function platform(settings = testSettings()) {
  const keys = redisKeys(settings.keyPrefix, Buffer.from(settings.secretKey, 'base64'));
  const redis = await connect(settings.redisUrl);
  const queues = createLeadQueues(redis, keys);
  onTestFinished(() => queues.close());
  const fetches = createFetchQueue(redis, keys);
  onTestFinished(() => fetches.close());
  const vault = createVault(Buffer.from(settings.secretKey, 'base64'));
  const reader = createRunLogReader({
    blocking: redis,
    commands: redis,
    key: keys.runLog,
    group: 'test',
    consumer: 'test',
  });
  await reader.ensureGroup();
  await completeSuppressions(redis, keys);
  const events: RunLogEvent[] = [];
  const readLog = async (): Promise<RunLogEvent[]> => {
    for (const entry of (await reader.read(1_000, 10)).entries) events.push(...entry.events);
    return events;
  };
  const quarantined = async (taskId: string) =>
    (await readLog()).filter((event) => event.type === 'quarantined' && event.task_id === taskId);
  const accepted = async (runId: string) =>
    (await readLog()).filter((event) => event.type === 'accepted').filter(({ run_id }) => run_id === runId);
  const of = async (runId: string): Promise<RunProgress[]> =>
    (await readLog()).filter((event) => event.type === 'progress').filter(({ run_id }) => run_id === runId);
  const state = async (runId: string) => runState(await of(runId));
  const reached = (runId: string, ...statuses: string[]) =>
    until(`${runId} to be ${statuses.join(' or ')}`, async () => {
      const run = await state(runId);
      return statuses.includes(run.status ?? '') ? run : undefined;
    });
  return {
    environment: testEnvironment(settings),
    redis,
    keys,
    queues,
    fetches,
    events: of,
    log: readLog,
    accepted,
    quarantined,
    state,
    reached,
    task: async (
      input: Partial<TaskInput>,
      more: { id?: string; revision?: number; secret?: string } = {},
    ) => {
      const { id = newTaskId(), revision = 1, secret = newSigningSecret() } = more;
      const definition = withTaskDefaults({ name: 'Corso', ...input });
      const publish = (status: TaskRecord['status']) =>
        publishTask(redis, keys, {
          task: { task_id: id, status, name: definition.name, revision },
          revisions: [{ task_id: id, revision, definition }],
          webhooks: {},
          sealedSigningSecret: vault.seal(secret, id),
        });
      await publish('active');
      return { id, revision, definition, secret, publish };
    },
    connection: async (
      provider: Provider,
      token: string,
      base_url: string | null,
      id = newConnectionId(),
    ) => {
      const sealed_secrets = vault.seal(JSON.stringify({ access_token: token }), id);
      await publishConnection(redis, keys, {
        connection_id: id,
        provider,
        settings: base_url === null ? {} : { base_url },
        sealed_secrets,
      });
      return id;
    },
    notify: async (task: QueuedTask, target: Pick<FetchJob, 'provider' | 'lead_id'> & Partial<FetchJob>) => {
      const job = fetchJob(task, target);
      await fetches.add([job]);
      return job.run_id;
    },
    lead: async (task: QueuedTask, more: Partial<StepJob> = {}) => {
      const job = stepJob(task, more);
      const channel = task.definition.steps[0]?.channel ?? 'preview';
      await queues.add([{ channel, job }]);
      return job.run_id;
    },
  };
}

export type Platform = Awaited<ReturnType<typeof platform>>;

interface QueuedTask {
  id: string;
  revision: number;
  definition: ReturnType<typeof withTaskDefaults>;
}

function stepJob(task: QueuedTask, more: Partial<StepJob>): StepJob {
  return {
    run_id: newRunId(),
    task_id: task.id,
    revision: task.revision,
    step: 0,
    lead: mario,
    source: 'generic',
    test: false,
    received_at: Date.now(),
    attempts: 0,
    delivered: false,
    ...more,
  };
}

function fetchJob(
  task: QueuedTask,
  target: Pick<FetchJob, 'provider' | 'lead_id'> & Partial<FetchJob>,
): FetchJob {
  return {
    run_id: newRunId(),
    task_id: task.id,
    revision: task.revision,
    ids: {},
    source: target.provider,
    test: false,
    received_at: Date.now(),
    attempts: 0,
    ...target,
  };
}

/** A runner in this process, closed with the test. */
export async function startRunner(
  { environment }: Platform,
  more: Record<string, string> = {},
  logger: Logger = silentLogger,
) {
  const config = loadConfig(configTable, { ...environment, ...more });
  const service = await startService(config, logger);
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

async function connect(url: string): Promise<Redis> {
  const redis = await connectRedis({ url, name: 'test', purpose: 'work', logger: silentLogger });
  onTestFinished(() => redis.disconnect());
  return redis;
}

/** The run as a recorder puts it together: the state with the highest order, and all attempts by number. */
function runState(events: readonly RunProgress[]) {
  const ordered = events.toSorted((a, b) => a.order - b.order);
  const steps = Map.groupBy(
    ordered.flatMap(({ step }) => step ?? []),
    ({ index }) => index,
  );
  return {
    status: ordered.at(-1)?.status,
    reason: ordered.at(-1)?.reason ?? null,
    steps: [...steps.values()].map((states) => ({
      id: states.at(-1)?.id,
      status: states.at(-1)?.status,
      reason: states.at(-1)?.reason,
      rendered: states.findLast(({ rendered }) => rendered !== undefined)?.rendered,
      attempts: states.flatMap(({ attempt }) => attempt ?? []),
    })),
  };
}
