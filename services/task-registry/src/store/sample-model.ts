import { Schema, type Connection, type Model } from 'mongoose';

/** A request that a task caught while it listened. What it would become is worked out when it is read. */
export interface SampleDoc {
  _id: string;
  task_id: string;
  received_at: Date;
  /** The raw request as JSON text. */
  request: string;
}

export const sampleSchema = new Schema<SampleDoc>(
  {
    _id: { type: String, required: true },
    task_id: { type: String, required: true },
    received_at: { type: Date, required: true },
    request: { type: String, required: true },
  },
  { collection: 'samples', versionKey: false, minimize: false, strict: 'throw' },
);

export type SampleModel = Model<SampleDoc>;

export const createSampleModel = (connection: Connection): SampleModel =>
  connection.model<SampleDoc>('Sample', sampleSchema);
