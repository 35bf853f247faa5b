import { Schema, type Connection, type Model } from 'mongoose';
import type { TaskStatus } from '@taskhook/contracts';

/** An address of a task. One has no `expires_at`: the current one. */
export interface StoredWebhook {
  token: string;
  expires_at: Date | null;
}

/**
 * A task as it is now. One document holds all that changes together, so that a write is whole or
 * not at all. A deleted task stays as a tombstone: its runs refer to it.
 */
export interface TaskDoc {
  _id: string;
  status: TaskStatus | 'deleted';
  name: string;
  revision: number;
  /** The definition of the current revision, as JSON text. */
  definition: string;
  /** The connections that the definition names, so that it can be found by them. */
  connections: string[];
  webhooks: StoredWebhook[];
  /** Sealed by the vault under the task's id. */
  signing_secret: string;
  /** Until when requests are kept as samples. */
  listens_until?: Date | null;
  /** What a deleted task was, so that it can be restored; null or absent for one that is there. */
  deleted?: { at: Date; status: TaskStatus; webhooks: StoredWebhook[] } | null;
  /** Grows with every write: tells whether what was published is still what is stored. */
  version: number;
  created_at: Date;
  updated_at: Date;
}

const webhookSchema = new Schema<StoredWebhook>(
  { token: { type: String, required: true }, expires_at: { type: Date, default: null } },
  { _id: false },
);

const deletedSchema = new Schema<NonNullable<TaskDoc['deleted']>>(
  {
    at: { type: Date, required: true },
    status: { type: String, required: true, enum: ['active', 'paused'] },
    webhooks: { type: [webhookSchema], required: true },
  },
  { _id: false },
);

export const taskSchema = new Schema<TaskDoc>(
  {
    _id: { type: String, required: true },
    status: { type: String, required: true, enum: ['active', 'paused', 'deleted'] },
    name: { type: String, required: true },
    revision: { type: Number, required: true },
    definition: { type: String, required: true },
    connections: { type: [String], required: true },
    webhooks: { type: [webhookSchema], required: true },
    signing_secret: { type: String, required: true },
    listens_until: { type: Date },
    deleted: { type: deletedSchema, default: undefined },
    version: { type: Number, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'tasks', versionKey: false, minimize: false, strict: 'throw' },
);

export type TaskModel = Model<TaskDoc>;

export const createTaskModel = (connection: Connection): TaskModel =>
  connection.model<TaskDoc>('Task', taskSchema);
