import { Schema, type Connection, type Model } from 'mongoose';

/** A revision of a task: written once, never changed. Its id is `<task>:<revision>`. */
export interface RevisionDoc {
  _id: string;
  task_id: string;
  revision: number;
  /** The definition as JSON text. */
  definition: string;
  created_at: Date;
}

export const revisionSchema = new Schema<RevisionDoc>(
  {
    _id: { type: String, required: true },
    task_id: { type: String, required: true },
    revision: { type: Number, required: true },
    definition: { type: String, required: true },
    created_at: { type: Date, required: true },
  },
  { collection: 'task_revisions', versionKey: false, minimize: false, strict: 'throw' },
);

export type RevisionModel = Model<RevisionDoc>;

export const createRevisionModel = (connection: Connection): RevisionModel =>
  connection.model<RevisionDoc>('TaskRevision', revisionSchema);

export const revisionId = (taskId: string, revision: number): string => `${taskId}:${revision}`;
