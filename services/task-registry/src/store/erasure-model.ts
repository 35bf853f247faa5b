import { Schema, type Connection, type Model } from 'mongoose';
import { diskStates, erasurePhases, type DiskState, type ErasurePhase } from '@taskhook/contracts';

/** An erasure, and how far it has come. Whom it erases is sealed in it until it is done, and gone then. */
export interface ErasureDoc {
  _id: string;
  status: 'running' | 'done';
  phase: ErasurePhase;
  /** Keyed hashes of the addresses. */
  who: string[];
  run_id?: string | null;
  /** The addresses as JSON, sealed by the vault under the erasure's id. */
  subject?: string | null;
  /** The id that the scan of the phase has come to. */
  cursor: string;
  /** The runs that were overwritten, until it is done. */
  run_ids: string[];
  /** As JSON text. */
  counts: string;
  redis_disk: DiskState;
  mongodb_disk: DiskState;
  created_at: Date;
  finished_at?: Date | null;
}

export const erasureSchema = new Schema<ErasureDoc>(
  {
    _id: { type: String, required: true },
    status: { type: String, required: true, enum: ['running', 'done'] },
    phase: { type: String, required: true, enum: erasurePhases },
    who: { type: [String], required: true },
    run_id: { type: String },
    subject: { type: String },
    cursor: { type: String, default: '' },
    run_ids: { type: [String], required: true },
    counts: { type: String, required: true },
    redis_disk: { type: String, required: true, enum: diskStates },
    mongodb_disk: { type: String, required: true, enum: diskStates },
    created_at: { type: Date, required: true },
    finished_at: { type: Date },
  },
  { collection: 'erasures', versionKey: false, minimize: false, strict: 'throw' },
);

export type ErasureModel = Model<ErasureDoc>;

export const createErasureModel = (connection: Connection): ErasureModel =>
  connection.model<ErasureDoc>('Erasure', erasureSchema);
