import { Schema, type Connection, type Model } from 'mongoose';
import { providers, type Provider } from '@taskhook/contracts';

/** Credentials for a provider. */
export interface ConnectionDoc {
  _id: string;
  name: string;
  provider: Provider;
  base_url: string | null;
  /** Sealed by the vault under the connection's id. */
  access_token: string;
  /** Grows with every write: tells whether what was published is still what is stored. */
  version: number;
  created_at: Date;
  updated_at: Date;
}

export const connectionSchema = new Schema<ConnectionDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    provider: { type: String, required: true, enum: providers },
    base_url: { type: String, default: null },
    access_token: { type: String, required: true },
    version: { type: Number, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'connections', versionKey: false, minimize: false, strict: 'throw' },
);

export type ConnectionModel = Model<ConnectionDoc>;

export const createConnectionModel = (connection: Connection): ConnectionModel =>
  connection.model<ConnectionDoc>('Connection', connectionSchema);
