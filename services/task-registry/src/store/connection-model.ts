import { Schema, type Connection, type Model } from 'mongoose';
import { connectionProviders, type ConnectionProvider } from '@taskhook/contracts';

/** Credentials for a provider. */
export interface ConnectionDoc {
  _id: string;
  name: string;
  provider: ConnectionProvider;
  /** The members of the provider that are no secrets, as JSON text. */
  settings: string;
  /** The secret members as JSON, sealed together by the vault under the connection's id. */
  secrets: string;
  /** Grows with every write: tells whether what was published is still what is stored. */
  version: number;
  created_at: Date;
  updated_at: Date;
}

export const connectionSchema = new Schema<ConnectionDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    provider: { type: String, required: true, enum: connectionProviders },
    settings: { type: String, required: true },
    secrets: { type: String, required: true },
    version: { type: Number, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'connections', versionKey: false, minimize: false, strict: 'throw' },
);

export type ConnectionModel = Model<ConnectionDoc>;

export const createConnectionModel = (connection: Connection): ConnectionModel =>
  connection.model<ConnectionDoc>('Connection', connectionSchema);
