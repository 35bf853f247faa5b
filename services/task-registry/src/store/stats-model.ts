import { Schema, type Connection, type Model } from 'mongoose';
import { runStatuses, type RunStatus } from '@taskhook/contracts';

/** How many runs of an hour are in which state now; absent where there are none. */
export type RunCounts = Partial<Record<RunStatus | 'accepted', number>>;

/** The runs of a task that came in one hour, test runs left out. Its id is `<task>:<hour>`. */
export interface StatsDoc extends RunCounts {
  _id: string;
  task_id: string;
  /** UTC, as `2026-11-24T06`. */
  hour: string;
  quarantined?: number;
}

/** All runs that came in one hour, which is its id. */
export interface LedgerDoc extends RunCounts {
  _id: string;
  /** Runs that are no longer kept. */
  erased?: number;
  /** How often it was written to: tells whether a count of the runs was still true when it ended. */
  writes: number;
  /** When it was written to last. */
  at: Date;
}

const counts = Object.fromEntries([...runStatuses, 'accepted'].map((name) => [name, { type: Number }]));

export const statsSchema = new Schema<StatsDoc>(
  {
    _id: { type: String, required: true },
    task_id: { type: String, required: true },
    hour: { type: String, required: true },
    quarantined: { type: Number },
    ...counts,
  },
  { collection: 'stats', versionKey: false, minimize: false, strict: 'throw' },
);

export const ledgerSchema = new Schema<LedgerDoc>(
  {
    _id: { type: String, required: true },
    erased: { type: Number },
    writes: { type: Number, required: true },
    at: { type: Date, required: true },
    ...counts,
  },
  { collection: 'ledger', versionKey: false, minimize: false, strict: 'throw' },
);

export type StatsModel = Model<StatsDoc>;
export type LedgerModel = Model<LedgerDoc>;

export const createStatsModel = (connection: Connection): StatsModel =>
  connection.model<StatsDoc>('Stats', statsSchema);
export const createLedgerModel = (connection: Connection): LedgerModel =>
  connection.model<LedgerDoc>('Ledger', ledgerSchema);
