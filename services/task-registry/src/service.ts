import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND, type RunLogEvent } from '@taskhook/contracts';
import { createHttpMetrics, startAdminServer, startServer, type HttpServer } from '@taskhook/http';
import { Resources, startLoop } from '@taskhook/lifecycle';
import { createOutbound } from '@taskhook/outbound';
import {
  announceRecorded,
  connectRedis,
  createFetchQueue,
  createLeadQueues,
  createRunLogReader,
  listenForRecorded,
  openBoardQueues,
  pingRedis,
  redisKeys,
  startPulse,
  type Redis,
  type RedisKeys,
  type RedisOptions,
  type RunLogReader,
} from '@taskhook/queue';
import { createMetrics, type Logger } from '@taskhook/telemetry';
import { createTemplateEngine } from '@taskhook/templating';
import { createAddressHasher, createSigner, createVault, VERIFY_TOKENS } from '@taskhook/vault';
import manifest from '../package.json' with { type: 'json' };
import { createApi } from './api/create-api.ts';
import type { Config } from './config.ts';
import { createRegistryEvents } from './events.ts';
import { startErasures } from './erasures/run-erasures.ts';
import type { LedgerWatch } from './figures/watch-ledger.ts';
import { createLiveHub } from './live/live-hub.ts';
import { createRegistryMetrics } from './metrics.ts';
import { repairReadModel } from './read-model/repair-read-model.ts';
import { createAttemptTally } from './operations/tally.ts';
import { recordedBy } from './recorder/recorded-by.ts';
import { startRecorder, type Recorder } from './recorder/recorder.ts';
import type { Registry } from './registry.ts';
import { startHeldRuns, type HeldRuns } from './runs/release-held.ts';
import { startRetention } from './retention/start-retention.ts';
import { startReplays } from './replays/run-replays.ts';
import { startLostRuns } from './runs/requeue-lost.ts';
import { adminKeyCheck } from './sessions/admin-key.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { createWrongKeys } from './sessions/wrong-keys.ts';
import { startFigures } from './start-figures.ts';
import { openStore } from './store/store.ts';
import { rethrowStoreFault } from './store/store-fault.ts';

/** Where the console's build leaves it. */
const builtConsole = join(import.meta.dirname, '../../console/dist');

export interface RegistryService {
  port: number;
  adminPort: number;
  /** Finishes what was begun; gives the names of what did not close in time. */
  close(): Promise<string[]>;
}

/** Starts the API and the work behind it. Closes what it made when it fails half-way. */
export async function startService(config: Config, logger: Logger): Promise<RegistryService> {
  const resources = new Resources(logger);
  try {
    const { port, adminPort } = await start(config, logger, resources);
    logger.info('listening', { port, admin_port: adminPort });
    return { port, adminPort, close: () => resources.close(config.shutdownTimeout) };
  } catch (error) {
    await resources.close(config.shutdownTimeout);
    throw error;
  }
}

/** Half of the time to stop belongs to what is under way, the rest to closing. */
const graceOf = ({ shutdownTimeout }: Config): number => shutdownTimeout / 2;

async function start(config: Config, logger: Logger, resources: Resources) {
  const metrics = createMetrics({ processMetrics: true });
  const events = createRegistryEvents(logger, createRegistryMetrics(metrics));
  const keys = redisKeys(config.redisKeyPrefix, config.secretKey);
  const connect = redisConnector(config, logger, resources);
  const [answer, work, block] = [await connect('answer'), await connect('work'), await connect('block')];
  const store = resources.add('mongodb', await openStore(config.mongodbUrl, logger), (open) => open.close());
  const queues = resources.add('queues', createLeadQueues(answer, keys), (open) => open.close());
  const fetchQueue = resources.add('fetch queue', createFetchQueue(answer, keys), (open) => open.close());
  const vault = createVault(config.secretKey, config.oldSecretKeys);
  const outbound = resources.add(
    'outgoing calls',
    createOutbound(config.outboundAllow, config.httpTimeout),
    (open) => open.close(),
  );
  const registry: Registry = {
    store,
    redis: answer,
    keys,
    queues,
    fetchQueue,
    vault,
    addresses: createAddressHasher(config.secretKey, config.oldSecretKeys),
    verifyTokens: createSigner(VERIFY_TOKENS, config.secretKey, config.oldSecretKeys),
    outbound,
    engine: createTemplateEngine(),
    events,
    publicUrl: config.publicUrl,
    ...accessOf(config, answer, keys),
    live: createLiveHub({ store, logger }),
    tally: createAttemptTally(),
    ledger: () => ledger.latest(),
    runLogLag: async () => {
      const { unread, pending } = await reader.lag();
      return unread + pending;
    },
    lookAtHeld: (taskId) => held.lookAt(taskId),
    lookAtReplays: () => replays.wake(),
    lookAtErasures: () => erasures.wake(),
  };
  await repairReadModel(registry).catch(rethrowStoreFault);
  const held: HeldRuns = resources.add('held runs', startHeldRuns(registry, logger), (loop) => loop.close());
  const replays = resources.add('replays', startReplays(registry, logger), (loop) => loop.close());
  const reader = recorderReader(work, block, keys.runLog);
  const erasures = resources.add('erasures', startErasures({ registry, reader, logger }), (loop) =>
    loop.close(),
  );
  const recorder = resources.add(
    'recorder',
    startRecorder({ store, reader, events, logger, recorded: whenRecorded(registry, held) }),
    // With Redis away a command waits for it: its connection is closed next, and that ends it.
    (open) => Promise.race([open.close(), sleep(graceOf(config))]),
  );
  const ledger: LedgerWatch = startFigures(config, registry, reader, logger, resources);
  const { live } = registry;
  await listenForRecorded(await connect('block', 'listen'), keys, { heard: live.hear, missed: live.resync });
  startLoops(config, registry, reader, logger, resources);
  return startServers(config, registry, recorder, logger, metrics, resources);
}

function redisConnector(config: Config, logger: Logger, resources: Resources) {
  return async (purpose: RedisOptions['purpose'], use: string = purpose): Promise<Redis> => {
    const name = `registry-${use}`;
    const redis = await connectRedis({ url: config.redisUrl, name, purpose, logger });
    return resources.add(`redis ${use}`, redis, (open) => open.disconnect());
  };
}

function accessOf({ adminKey, consoleUrl, sessionIdle, sessionAge }: Config, redis: Redis, keys: RedisKeys) {
  return {
    consoleUrl,
    sessions: createSessionStore({ redis, keys, adminKey, idleMs: sessionIdle, maxAgeMs: sessionAge }),
    wrongKeys: createWrongKeys(redis, keys),
    isAdminKey: adminKeyCheck(adminKey),
  };
}

/** A name of its own for every process: two with one name would take each other's entries. */
function recorderReader(commands: Redis, blocking: Redis, key: string): RunLogReader {
  const consumer = `recorder-${Date.now().toString(36)}-${randomBytes(6).toString('hex')}`;
  return createRunLogReader({ commands, blocking, key, group: 'recorder', consumer });
}

/** A run is recorded first and its task looked at then, so that no resume is missed. */
function whenRecorded({ redis, keys, tally }: Registry, held: HeldRuns) {
  return (events: readonly RunLogEvent[]): void => {
    for (const event of events) {
      if (event.type === 'accepted' && event.status === 'held') held.lookAt(event.task_id);
    }
    tally.count(events);
    // Who watches is told again to read the list when Redis is back.
    void announceRecorded(redis, keys, recordedBy(events)).catch(() => undefined);
  };
}

function startLoops(
  config: Config,
  registry: Registry,
  reader: RunLogReader,
  logger: Logger,
  resources: Resources,
) {
  const lost = startLostRuns({ registry, reader, logger, ageMs: config.stuckRunAge });
  resources.add('lost runs', lost, (loop) => loop.close());
  const days = { runs: config.retentionDays, quarantine: config.quarantineDays, samples: config.sampleDays };
  resources.add('retention', startRetention(registry, days, logger), (loop) => loop.close());
  const repair = startLoop({
    name: 'read model',
    logger,
    pauseMs: config.readModelCheckInterval,
    turn: (signal) => repairReadModel(registry, signal).catch(rethrowStoreFault),
  });
  resources.add('read model', repair, (loop) => loop.close());
  const { redis, keys } = registry;
  const told = { service: 'task-registry', version: manifest.version, report: () => ({}) } as const;
  resources.add('pulse', startPulse({ redis, keys, logger, ...told }), (pulse) => pulse.close());
}

async function startServers(
  config: Config,
  registry: Registry,
  recorder: Recorder,
  logger: Logger,
  metrics: ReturnType<typeof createMetrics>,
  resources: Resources,
): Promise<{ port: number; adminPort: number }> {
  const { host, port, adminPort, trustedProxies } = config;
  const closeServer = (server: HttpServer) => server.close(graceOf(config));
  const checks = {
    mongodb: () => registry.store.ping(),
    redis: () => pingRedis(registry.redis),
    recorder: () => requireProgress(recorder),
  };
  const admin = await startAdminServer({ host, port: adminPort, logger, metrics, checks });
  resources.add('admin server', admin, (server) => server.close(SECOND));
  const consoleFolder = config.consoleDir ?? builtConsole;
  const httpMetrics = createHttpMetrics(metrics);
  const board = openBoardQueues(registry.redis, registry.keys);
  resources.add('board', board, (open) => open.close());
  const listener = createApi({
    registry,
    boardQueues: board,
    trustedProxies,
    consoleFolder,
    logger,
    metrics: httpMetrics,
  });
  const api = resources.add('api server', await startServer({ host, port, listener }), closeServer);
  // Closed before the server, which waits for its answers to end.
  resources.add('live lists', registry.live, (live) => live.close());
  return { port: api.port, adminPort: admin.port };
}

const SILENT_MS = MINUTE / 2;

function requireProgress(recorder: Recorder): void {
  const silent = Date.now() - recorder.lastProgress();
  if (silent > SILENT_MS) throw new Error(`nothing recorded for ${Math.round(silent / SECOND)} s`);
}
