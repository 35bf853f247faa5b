import { Schema, type Connection, type Model } from 'mongoose';
import {
  addressKinds,
  suppressionOrigins,
  suppressionReasons,
  type AddressKind,
  type SuppressionOrigin,
  type SuppressionReason,
} from '@taskhook/contracts';

/** An address that is suppressed, or was, under its keyed hash. The address itself is kept nowhere. */
export interface SuppressionDoc {
  _id: string;
  kind: AddressKind;
  active: boolean;
  reason: SuppressionReason;
  origin: SuppressionOrigin;
  note?: string | null;
  /** When it was changed last, in milliseconds since 1970. */
  at: number;
  /** Grows with every write. */
  version: number;
}

export const suppressionSchema = new Schema<SuppressionDoc>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true, enum: addressKinds },
    active: { type: Boolean, required: true },
    reason: { type: String, required: true, enum: suppressionReasons },
    origin: { type: String, required: true, enum: suppressionOrigins },
    note: { type: String },
    at: { type: Number, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'suppressions', versionKey: false, minimize: false, strict: 'throw' },
);

export type SuppressionModel = Model<SuppressionDoc>;

export const createSuppressionModel = (connection: Connection): SuppressionModel =>
  connection.model<SuppressionDoc>('Suppression', suppressionSchema);
