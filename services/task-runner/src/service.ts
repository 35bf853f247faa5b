import { MINUTE } from '@taskhook/contracts';
import { startAdminServer, type HttpServer } from '@taskhook/http';
import { Resources, type Service } from '@taskhook/lifecycle';
import { createOutbound, type Outbound } from '@taskhook/outbound';
import {
  createFetchQueue,
  createLeadQueues,
  createReadModel,
  createRunLogWriter,
  downTargets,
  hasDueWork,
  isCancelled,
  pingRedis,
  readSuppressions,
  startPulse,
  type QueueKeys,
} from '@taskhook/queue';
import { createMetrics, type Logger, type Metrics } from '@taskhook/telemetry';
import { createTemplateEngine } from '@taskhook/templating';
import { createAddressHasher, createUnsubscribeTokens, createVault, type Vault } from '@taskhook/vault';
import manifest from '../package.json' with { type: 'json' };
import { closeChannels, createChannels } from './channels/index.ts';
import { createPublicLinks } from './channels/public-links.ts';
import type { Config } from './config.ts';
import { openConnections, type Connections } from './connections.ts';
import { createRunnerEvents } from './events.ts';
import type { FetcherDeps } from './fetcher/deps.ts';
import { createRunnerMetrics, type RunnerMetrics } from './metrics.ts';
import { createCompiledTasks } from './processor/compiled-tasks.ts';
import type { ProcessorDeps } from './processor/deps.ts';
import { createGates } from './processor/gates.ts';
import { createLimitsDeps } from './processor/limits/limits-deps.ts';
import { createMessageReceipts } from './processor/message-receipts.ts';
import { createMessageAttempts } from './processor/message-attempts.ts';
import { createConnectionOpener } from './processor/open-connection.ts';
import { createSigningSecrets } from './processor/signing-secrets.ts';
import { createQueueGauges } from './queue-gauges.ts';
import { createTargetGauge } from './target-gauge.ts';
import { startWatchdog, type Watchdog } from './watchdog/watchdog.ts';
import { workerStarts } from './worker-starts.ts';
import { startWorkers, type Workers, type WorkerStart } from './workers.ts';

export interface TaskRunner extends Service {
  adminPort: number;
}

/** What the parts of the runner are made with. */
interface Base {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  resources: Resources;
  connections: Connections;
  outbound: Outbound;
  vault: Vault;
}

/** Of the time that a stop may take, the part that running steps get before they are aborted. */
const STEPS_SHARE = 0.8;
const ADMIN_GRACE_MS = 500;

/** Puts the runner together and starts it; closes what it made when it fails half-way. */
export async function startService(config: Config, logger: Logger): Promise<TaskRunner> {
  const resources = new Resources(logger);
  try {
    const connections = await openConnections(config, logger, resources);
    const metrics = createMetrics({ processMetrics: true });
    const outbound = createOutbound(config.outboundAllow, config.httpTimeout);
    resources.add('outgoing calls', outbound, () => outbound.close());
    const vault = createVault(config.secretKey, config.oldSecretKeys);
    const started = await start({ config, logger, metrics, resources, connections, outbound, vault });
    return { ...started, close: () => resources.close(config.shutdownTimeout) };
  } catch (error) {
    await resources.close(config.shutdownTimeout);
    throw error;
  }
}

/** The workers come last: no step is taken before everything else stands. */
async function start(base: Base): Promise<Pick<TaskRunner, 'adminPort' | 'failed'>> {
  const { config, logger, metrics, connections } = base;
  const runnerMetrics = createRunnerMetrics(metrics);
  const processor = await createProcessor(base, runnerMetrics);
  const fetcher = createFetcher(base, processor);
  addQueueGauges(base);
  let watched: Watched | undefined;
  const admin = await openAdmin(base, () => watched);
  const starts = workerStarts({ config, logger, keys: connections.keys, processor, fetcher });
  const workers = await openWorkers(base, starts);
  watched = { workers, watchdog: openWatchdog(base, workers, runnerMetrics) };
  openPulse(base);
  return { adminPort: admin.port, failed: watched.watchdog.failed };
}

interface Watched {
  workers: Workers;
  watchdog: Watchdog;
}

/** What steps and fetches have in common. */
type Processor = ProcessorDeps & Pick<FetcherDeps, 'readModel'>;

async function createProcessor(base: Base, metrics: RunnerMetrics): Promise<Processor> {
  const { config, logger, resources, connections, vault } = base;
  const { commands, subscriber, keys } = connections;
  const readModel = await createReadModel({ commands, subscriber, keys, logger });
  const runLog = createRunLogWriter(commands, keys.runLog);
  const queues = createLeadQueues(commands, keys);
  const engine = createTemplateEngine();
  const events = createRunnerEvents(logger, metrics);
  const limits = { redis: commands, keys, readModel, queues, events, ...limitsOf(config) };
  const addresses = createAddressHasher(config.secretKey, config.oldSecretKeys);
  const tokens = createUnsubscribeTokens(addresses, config.secretKey, config.oldSecretKeys);
  const channels = createChannels(base.outbound, engine, createPublicLinks(config.publicUrl, tokens));
  resources.add('queues', queues, () => queues.close());
  resources.add('run log', runLog, () => runLog.idle());
  resources.add('channels', channels, closeChannels);
  return {
    readModel,
    runLog,
    queues,
    channels,
    tasks: createCompiledTasks(readModel, engine),
    signingSecrets: createSigningSecrets(readModel, vault),
    connections: createConnectionOpener(readModel, vault),
    events,
    receipts: createMessageReceipts(commands, keys, readModel),
    gates: createGates({
      addresses,
      suppressions: (ids) => readSuppressions(commands, keys, ids),
      ...createLimitsDeps(limits),
    }),
    attempts: createMessageAttempts({
      redis: commands,
      keys,
      addresses,
      settleMs: config.unknownSettle,
    }),
    isCancelled: (runId) => isCancelled(commands, keys, runId),
    random: Math.random,
  };
}

/** Failures that lie further apart than this are no outage. */
const BREAKER_WINDOW = 5 * MINUTE;

function limitsOf({ breakerFailures, breakerPause, breakerMaxPause, httpTimeout }: Config) {
  return {
    breaker: {
      failures: breakerFailures,
      windowMs: BREAKER_WINDOW,
      pauseMs: breakerPause,
      maxPauseMs: Math.max(breakerPause, breakerMaxPause),
    },
    // A mail may take several answers of its server.
    leaseMs: MINUTE + 4 * httpTimeout,
  };
}

function createFetcher(base: Base, processor: Processor): FetcherDeps {
  const { config, connections, outbound, vault } = base;
  const { commands: redis, keys } = connections;
  return {
    ...processor,
    redis,
    keys,
    addresses: createAddressHasher(config.secretKey, config.oldSecretKeys),
    vault,
    calls: outbound,
    retryDelayMs: config.fetchRetryDelay,
  };
}

function addQueueGauges({ config, metrics, resources, connections }: Base): void {
  const queues = createLeadQueues(connections.probe, connections.keys);
  resources.add('queue probe', queues, () => queues.close());
  const fetches = createFetchQueue(connections.probe, connections.keys);
  resources.add('fetch queue probe', fetches, () => fetches.close());
  createQueueGauges(metrics, [
    ...config.channels.map((channel) => ({ channel, stats: () => queues.stats(channel) })),
    ...(config.fetch ? [{ channel: 'fetch', stats: () => fetches.stats() }] : []),
  ]);
  createTargetGauge(metrics, () => downTargets(connections.probe, connections.keys));
}

async function openAdmin(base: Base, watched: () => Watched | undefined): Promise<HttpServer> {
  const { config, logger, metrics, resources, connections } = base;
  const admin = await startAdminServer({
    host: config.host,
    port: config.adminPort,
    logger,
    metrics,
    checks: { redis: () => pingRedis(connections.probe), workers: () => checkWorkers(watched()) },
  });
  return resources.add('admin server', admin, () => admin.close(ADMIN_GRACE_MS));
}

function checkWorkers(watched: Watched | undefined): void {
  if (watched === undefined) throw new Error('not started');
  const idle = watched.workers.idle();
  if (idle.length > 0) throw new Error(`not taking steps: ${idle.join(', ')}`);
  watched.watchdog.check();
}

async function openWorkers(
  { config, resources, connections }: Base,
  starts: WorkerStart[],
): Promise<Workers> {
  const workers = await startWorkers(starts, connections.workers, config.httpTimeout);
  return resources.add('workers', workers, () => workers.close(config.shutdownTimeout * STEPS_SHARE));
}

/** A delivery may call out several times; each of its calls ends within the time-out. */
const CALLS_PER_DELIVERY = 4;

function openWatchdog(
  { config, logger, resources, connections: { probe, keys } }: Base,
  workers: Workers,
  metrics: RunnerMetrics,
): Watchdog {
  const queues = new Map(
    config.channels.map((channel): [string, QueueKeys] => [channel, keys.queue(channel)]),
  );
  const watchdog = startWatchdog({
    workers,
    hasDueWork: (name) => hasDueWork(probe, queues.get(name) ?? keys.fetchQueue),
    limits: { stallMs: config.watchdog, fullMs: CALLS_PER_DELIVERY * config.httpTimeout },
    metrics,
    logger,
  });
  return resources.add('watchdog', watchdog, () => watchdog.close());
}

/** Tells that there is somebody who sends. */
function openPulse({ logger, resources, connections: { probe, keys } }: Base): void {
  const pulse = startPulse({
    redis: probe,
    keys,
    logger,
    service: 'task-runner',
    version: manifest.version,
    report: () => ({}),
  });
  resources.add('pulse', pulse, () => pulse.close());
}
