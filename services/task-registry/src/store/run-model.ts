import { Schema, type Connection, type Model } from 'mongoose';
import {
  runStatuses,
  type Attempt,
  type Channel,
  type Reason,
  type Receipt,
  type Resolution,
  type RunStatus,
  type StepStatus,
} from '@taskhook/contracts';

export interface StoredLead {
  full_name: string | null;
  phone: string | null;
  email: string | null;
  /** As JSON text. */
  extra_fields: string;
}

/** A step as far as events have told of it: members come one by one, in any order. */
export interface StoredStep {
  id: string;
  channel: Channel;
  status?: StepStatus;
  due_at?: Date | null;
  reason?: Reason | null;
  retry?: { attempts_left: number; gives_up_at?: Date | null } | null;
  /** The order of the event that `status`, `due_at`, `reason` and `retry` are from. */
  order?: number;
  /** As JSON text. */
  rendered?: string;
  rendered_order?: number;
  /** By the attempt's number. */
  attempts?: Record<string, Attempt>;
  /** How far the messages of attempts came, by the attempt's number. */
  receipts?: Record<string, Receipt & { order: number }>;
  /** What came out about attempts whose outcome was unknown, by the attempt's number. */
  resolutions?: Record<string, Resolution & { order: number }>;
}

/** A run, gathered from the run log by the recorder. */
export interface RunDoc {
  _id: string;
  task_id: string;
  task_revision: number;
  status: RunStatus;
  test: boolean;
  source: string;
  replay_of?: string | null;
  /** The run that it was replayed as last. */
  replayed_as?: string;
  /** Absent until the event that has it is recorded. */
  lead?: StoredLead;
  /** Where the lead is fetched from, as JSON text; absent for one that came whole. */
  fetch?: string;
  reason?: Reason | null;
  received_at: Date;
  finished_at?: Date | null;
  /** The order of the event that the state is from. */
  order: number;
  /** The order of the event that `lead`, `source` and `test` are from. */
  origin_order?: number;
  /** Grows with every write. */
  version: number;
  /** By the step's index: one step is written without reading the others. Absent until there is one. */
  steps?: Record<string, StoredStep>;
  /** What the person answered, each as JSON text. */
  replies?: Record<string, string>;
  /** What the lead says of consent, as JSON text. */
  consent?: string;
  /** When its person was erased: what events still tell of them is left out. */
  erased_at?: Date | null;
}

/** The members of a run's document that a summary is made of. */
export const summaryFields = {
  task_id: 1,
  task_revision: 1,
  status: 1,
  test: 1,
  source: 1,
  reason: 1,
  received_at: 1,
  finished_at: 1,
  'lead.full_name': 1,
  'lead.phone': 1,
  'lead.email': 1,
} as const;

export type SummaryDoc = Omit<RunDoc, 'lead' | 'steps' | 'version' | 'order'> & {
  lead?: Pick<NonNullable<RunDoc['lead']>, 'full_name' | 'phone' | 'email'>;
};

const leadSchema = new Schema<StoredLead>(
  {
    full_name: { type: String, default: null },
    phone: { type: String, default: null },
    email: { type: String, default: null },
    extra_fields: { type: String, required: true },
  },
  { _id: false },
);

export const runSchema = new Schema<RunDoc>(
  {
    _id: { type: String, required: true },
    task_id: { type: String, required: true },
    task_revision: { type: Number, required: true },
    status: { type: String, required: true, enum: runStatuses },
    test: { type: Boolean, required: true },
    source: { type: String },
    replay_of: { type: String },
    replayed_as: { type: String },
    lead: { type: leadSchema },
    fetch: { type: String },
    reason: { type: Schema.Types.Mixed },
    received_at: { type: Date, required: true },
    finished_at: { type: Date },
    order: { type: Number, required: true },
    origin_order: { type: Number },
    version: { type: Number, required: true },
    steps: { type: Schema.Types.Mixed },
    replies: { type: Schema.Types.Mixed },
    consent: { type: String },
    erased_at: { type: Date },
  },
  { collection: 'runs', versionKey: false, minimize: false, strict: 'throw' },
);

export type RunModel = Model<RunDoc>;

export const createRunModel = (connection: Connection): RunModel =>
  connection.model<RunDoc>('Run', runSchema);
