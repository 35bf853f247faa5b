import { createConnection, STATES, type Connection } from 'mongoose';
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
  /** Those of the runs that are there. */
  findRuns(ids: readonly string[]): Promise<RunDoc[]>;
  /** The same, without their steps. */
  findSummaries(ids: readonly string[]): Promise<SummaryDoc[]>;
  /** Those of the suppressions that are there. */
  findSuppressions(ids: readonly string[]): Promise<SuppressionDoc[]>;
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

/** Most updates of one command: a FerretDB as it comes stops answering for good at a hundred. */
export const BULK_SIZE = 50;

const START_TIMEOUT_MS = 5_000;
const SELECTION_TIMEOUT_MS = 2_000;
const SOCKET_TIMEOUT_MS = 15_000;
const POOL_SIZE = 20;
/** How soon a server that went away, or came back, is noticed. */
const HEARTBEAT_MS = 1_000;

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
  const runs = createRunModel(connection);
  const suppressions = createSuppressionModel(connection);
  return {
    findRuns: (ids) => runs.find(anyOf(ids)).lean(),
    findSummaries: (ids) => runs.find(anyOf(ids), summaryFields).lean<SummaryDoc[]>(),
    findSuppressions: (ids) => suppressions.find(anyOf(ids)).lean(),
    tasks: createTaskModel(connection),
    revisions: createRevisionModel(connection),
    runs,
    quarantine: createQuarantineModel(connection),
    connections: createConnectionModel(connection),
    samples: createSampleModel(connection),
    suppressions,
    stats: createStatsModel(connection),
    ledger: createLedgerModel(connection),
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

async function prepare(connection: Connection): Promise<'mongodb' | 'ferretdb'> {
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

const anyOf = (ids: readonly string[]) => ({ _id: { $in: [...ids] } });

/** FerretDB keeps a database in one file, and compacts all of it whichever collection is named. */
async function vacuum(connection: Connection): Promise<boolean> {
  await connection.db?.command({ compact: 'erasures', force: true });
  return true;
}

async function ping(connection: Connection): Promise<void> {
  if (connection.readyState !== STATES.connected) throw new Error('no connection');
  await connection.db?.command({ ping: 1 });
}
