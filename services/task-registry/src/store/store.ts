import { createConnection, STATES, type Connection } from 'mongoose';
import type { RunStatus } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Logger } from '@taskhook/telemetry';
import { createConnectionModel, type ConnectionModel } from './connection-model.ts';
import { createErasureModel, type ErasureModel } from './erasure-model.ts';
import { ensureIndexes } from './ensure-indexes.ts';
import { createQuarantineModel, type QuarantineModel } from './quarantine-model.ts';
import { createReplayModel, type ReplayModel } from './replay-model.ts';
import { createRevisionModel, type RevisionModel } from './revision-model.ts';
import { createRunModel, summaryFields, type RunDoc, type RunModel, type SummaryDoc } from './run-model.ts';
import { createSampleModel, type SampleModel } from './sample-model.ts';
import { createLedgerModel, createStatsModel, type LedgerModel, type StatsModel } from './stats-model.ts';
import { storeUnavailable, toStoreFault } from './store-fault.ts';
import { createSuppressionModel, type SuppressionDoc, type SuppressionModel } from './suppression-model.ts';
import { createTaskModel, type TaskModel } from './task-model.ts';
import { createTurnstile, type Turnstile } from './turnstile.ts';

/** What task-registry keeps in MongoDB. Every write goes through the turnstile of its kind. */
export interface Store {
  tasks: TaskModel;
  revisions: RevisionModel;
  runs: RunModel;
  quarantine: QuarantineModel;
  connections: ConnectionModel;
  samples: SampleModel;
  suppressions: SuppressionModel;
  replays: ReplayModel;
  erasures: ErasureModel;
  /** Most updates that one command may have. */
  bulkSize: number;
  /** Those of the runs that are there. */
  findRuns(ids: readonly string[]): Promise<RunDoc[]>;
  /** The same, without their steps. */
  findSummaries(ids: readonly string[]): Promise<SummaryDoc[]>;
  /** Those of the suppressions that are there. */
  findSuppressions(ids: readonly string[]): Promise<SuppressionDoc[]>;
  /**
   * Whether it is worth looking for runs in these states: where no index finds them, the ledger, which is
   * exact but for a crash and mended every hour, says whether there are any.
   */
  mayHaveRuns(states: readonly RunStatus[]): Promise<boolean>;
  /** A filter for a document that nobody has changed since it was read. */
  unchanged(read: { _id: string; version: number }): { _id: string; version?: number };
  /** Figures of tasks by the hour, and of the installation. */
  stats: StatsModel;
  ledger: LedgerModel;
  writeTask: Turnstile;
  writeRun: Turnstile;
  writeQuarantine: Turnstile;
  writeConnection: Turnstile;
  writeSample: Turnstile;
  writeSuppression: Turnstile;
  writeStats: Turnstile;
  writeReplay: Turnstile;
  writeErasure: Turnstile;
  /**
   * Writes the server's files anew, without the bytes of what is gone. False where the server does that by
   * itself, and cannot be asked for it.
   */
  compact(): Promise<boolean>;
  /** Throws `unavailable` at once while there is no connection, instead of waiting for one. */
  requireConnection(): void;
  /** Rejects where the server does not answer: a readiness check. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const START_TIMEOUT_MS = 5_000;
const SELECTION_TIMEOUT_MS = 2_000;
const SOCKET_TIMEOUT_MS = 15_000;
const POOL_SIZE = 20;
/** How soon a server that went away, or came back, is noticed. */
const HEARTBEAT_MS = 1_000;

/**
 * FerretDB 1.24 stops answering for good after a hundred updates in one command, and uses its index
 * only for a filter of the id alone, which is safe there: it serves one process, with a turnstile.
 */
const servers = {
  mongodb: { bulkSize: 1_000, idAlone: false },
  ferretdb: { bulkSize: 25, idAlone: true },
} as const;

/** Connects and makes indexes; throws `start_failed` where there is no server within 5 seconds. */
export async function openStore(url: string, logger: Logger): Promise<Store> {
  const connection = await connect(url);
  connection.on('error', (error) => logger.warn('mongodb connection failed', { error: toStoreFault(error) }));
  let closing = false;
  connection.on('disconnected', () => {
    if (!closing) logger.warn('mongodb connection is lost');
  });
  connection.on('reconnected', () => logger.info('mongodb connection is back'));
  const server = await prepare(connection);
  logger.info('mongodb is ready', { server });
  const { bulkSize, idAlone } = servers[server];
  const runs = createRunModel(connection);
  const suppressions = createSuppressionModel(connection);
  const ledger = createLedgerModel(connection);
  const findWith = idAlone ? oneByOne : together;
  return {
    bulkSize,
    findRuns: findWith((filter) => runs.find(filter).lean()),
    findSummaries: findWith((filter) => runs.find(filter, summaryFields).lean<SummaryDoc[]>()),
    findSuppressions: findWith((filter) => suppressions.find(filter).lean()),
    mayHaveRuns: (states) => (idAlone ? isCounted(ledger, states) : Promise.resolve(true)),
    unchanged: ({ _id, version }) => (idAlone ? { _id } : { _id, version }),
    tasks: createTaskModel(connection),
    revisions: createRevisionModel(connection),
    runs,
    quarantine: createQuarantineModel(connection),
    connections: createConnectionModel(connection),
    samples: createSampleModel(connection),
    suppressions,
    stats: createStatsModel(connection),
    ledger,
    replays: createReplayModel(connection),
    erasures: createErasureModel(connection),
    writeTask: createTurnstile(),
    writeRun: createTurnstile(),
    writeQuarantine: createTurnstile(),
    writeConnection: createTurnstile(),
    writeSample: createTurnstile(),
    writeSuppression: createTurnstile(),
    writeStats: createTurnstile(),
    writeReplay: createTurnstile(),
    writeErasure: createTurnstile(),
    compact: () => (server === 'ferretdb' ? vacuum(connection) : Promise.resolve(false)),
    requireConnection: () => {
      if (connection.readyState !== STATES.connected) throw storeUnavailable();
    },
    ping: () => ping(connection),
    close: () => {
      closing = true;
      return connection.close();
    },
  };
}

async function connect(url: string): Promise<Connection> {
  const connection = createConnection();
  try {
    await connection.openUri(url, {
      ...(databaseOf(url) === '' ? { dbName: 'taskhook' } : {}),
      appName: 'taskhook-registry',
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS,
      connectTimeoutMS: START_TIMEOUT_MS,
      socketTimeoutMS: SOCKET_TIMEOUT_MS,
      heartbeatFrequencyMS: HEARTBEAT_MS,
      maxPoolSize: POOL_SIZE,
    });
    return connection;
  } catch (cause) {
    await connection.close().catch(() => undefined);
    throw new TaskhookError('start_failed', 'MongoDB cannot be reached at the address in MONGODB_URL.', {
      cause: toStoreFault(cause),
    });
  }
}

async function prepare(connection: Connection): Promise<keyof typeof servers> {
  try {
    return await ensureIndexes(connection);
  } catch (error) {
    await connection.close();
    throw toStoreFault(error);
  }
}

/** The path of the address, which may name several hosts. */
function databaseOf(url: string): string {
  return /^[^:]+:\/\/[^/?]+(?:\/([^?]*))?/.exec(url)?.[1] ?? '';
}

async function isCounted(ledger: LedgerModel, states: readonly RunStatus[]): Promise<boolean> {
  const hours = await ledger.find({}).lean();
  return hours.some((hour) => states.some((state) => (hour[state] ?? 0) !== 0));
}

type Find<T> = (filter: { _id: string | { $in: string[] } }) => Promise<T[]>;
type FindByIds<T> = (ids: readonly string[]) => Promise<T[]>;

const together =
  <T>(find: Find<T>): FindByIds<T> =>
  (ids) =>
    find({ _id: { $in: [...ids] } });

const oneByOne =
  <T>(find: Find<T>): FindByIds<T> =>
  async (ids) =>
    (await Promise.all(ids.map((_id) => find({ _id })))).flat();

/** FerretDB keeps a database in one file, and compacts all of it whichever collection is named. */
async function vacuum(connection: Connection): Promise<boolean> {
  await connection.db?.command({ compact: 'erasures', force: true });
  return true;
}

async function ping(connection: Connection): Promise<void> {
  if (connection.readyState !== STATES.connected) throw new Error('no connection');
  await connection.db?.command({ ping: 1 });
}
