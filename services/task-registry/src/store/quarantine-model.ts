import { Schema, type Connection, type Model } from 'mongoose';
import { quarantineStatuses, type QuarantineEntry, type Source } from '@taskhook/contracts';

/** A request without a valid lead, whole. */
export interface QuarantineDoc {
  _id: string;
  task_id: string;
  task_revision: number;
  /** The request of one that was erased is gone. */
  status: QuarantineEntry['status'];
  received_at: Date;
  code: string;
  detail: string;
  /** Field errors as JSON text. */
  errors: string;
  /** The adapter that reads it, where it is certain. */
  source?: Source | null;
  /** The raw request as JSON text. */
  request: string;
  /** Absent until it was replayed. */
  run_ids?: string[];
}

export const quarantineSchema = new Schema<QuarantineDoc>(
  {
    _id: { type: String, required: true },
    task_id: { type: String, required: true },
    task_revision: { type: Number, required: true },
    status: { type: String, required: true, enum: quarantineStatuses },
    received_at: { type: Date, required: true },
    code: { type: String, required: true },
    detail: { type: String },
    errors: { type: String, required: true },
    source: { type: String },
    request: { type: String, required: true },
    run_ids: { type: [String], default: undefined },
  },
  // `errors` is a name that Mongoose's documents use themselves; this service reads plain objects only.
  {
    collection: 'quarantine',
    versionKey: false,
    minimize: false,
    strict: 'throw',
    suppressReservedKeysWarning: true,
  },
);

export type QuarantineModel = Model<QuarantineDoc>;

export const createQuarantineModel = (connection: Connection): QuarantineModel =>
  connection.model<QuarantineDoc>('QuarantineEntry', quarantineSchema);
