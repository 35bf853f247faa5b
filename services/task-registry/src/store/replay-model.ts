import { Schema, type Connection, type Model } from 'mongoose';
import { replayRevisions, replayStatuses, type Replay } from '@taskhook/contracts';

/** A replay of many runs, and how far it has come. */
export interface ReplayDoc {
  _id: string;
  status: Replay['status'];
  /** As JSON text. */
  filter: string;
  revision: Replay['revision'];
  rate: number;
  respect_dedupe: boolean;
  /** Runs whose id is lower than this count: what the replay itself starts is not among them. */
  before: string;
  /** The run that was looked at last; the next one is after it. */
  after: string;
  total: number;
  total_is_exact: boolean;
  started: number;
  held: number;
  /** By the code of the cause, as JSON text. */
  left_out: string;
  reasons: string;
  created_at: Date;
  finished_at?: Date | null;
}

export const replaySchema = new Schema<ReplayDoc>(
  {
    _id: { type: String, required: true },
    status: { type: String, required: true, enum: replayStatuses },
    filter: { type: String, required: true },
    revision: { type: String, required: true, enum: replayRevisions },
    rate: { type: Number, required: true },
    respect_dedupe: { type: Boolean, required: true },
    before: { type: String, required: true },
    after: { type: String, default: '' },
    total: { type: Number, required: true },
    total_is_exact: { type: Boolean, required: true },
    started: { type: Number, required: true },
    held: { type: Number, required: true },
    left_out: { type: String, required: true },
    reasons: { type: String, required: true },
    created_at: { type: Date, required: true },
    finished_at: { type: Date },
  },
  { collection: 'replays', versionKey: false, minimize: false, strict: 'throw' },
);

export type ReplayModel = Model<ReplayDoc>;

export const createReplayModel = (connection: Connection): ReplayModel =>
  connection.model<ReplayDoc>('Replay', replaySchema);
