import { Type, type Static } from 'typebox';
import { literals } from './literals.ts';

export const addressKinds = ['phone', 'email'] as const;
export const AddressKind = literals(addressKinds);
export type AddressKind = Static<typeof AddressKind>;

export const suppressionReasons = [
  'requested',
  'opted_out',
  'unsubscribed',
  'complained',
  'bounced',
  'other',
] as const;
export const SuppressionReason = literals(suppressionReasons, {
  description:
    'requested: somebody entered it; opted_out: by a STOP word; unsubscribed: by the link of a mail',
});
export type SuppressionReason = Static<typeof SuppressionReason>;

export const suppressionOrigins = ['api', 'stop_word', 'unsubscribe_link'] as const;
export const SuppressionOrigin = literals(suppressionOrigins, {
  description: 'Who entered it: what came by a STOP word is lifted by START',
});
export type SuppressionOrigin = Static<typeof SuppressionOrigin>;

/**
 * The state of an address, under the keyed hash of it. One that was lifted stays, so that of several
 * changes that overtake each other the latest is known.
 */
export const SuppressionRecord = Type.Object({
  kind: AddressKind,
  active: Type.Boolean(),
  reason: SuppressionReason,
  origin: SuppressionOrigin,
  /** When it was changed last, in milliseconds since 1970. */
  at: Type.Number(),
});
export type SuppressionRecord = Static<typeof SuppressionRecord>;

/** Whether a change takes the place of a state. Of two at the same time the one that suppresses does. */
export function supersedes(change: SuppressionRecord, held: SuppressionRecord): boolean {
  return change.at === held.at ? change.active && !held.active : change.at > held.at;
}

export const suppressionIdPattern = '^[\\w-]{8}\\.[\\w-]{43}$';

const Note = Type.String({
  maxLength: 500,
  description: 'For people; write nothing in it that tells who it is',
});

/** An address that is not written to, by any task. */
export const Suppression = Type.Object({
  id: Type.String({ pattern: suppressionIdPattern, description: 'A keyed hash of the address' }),
  kind: AddressKind,
  reason: SuppressionReason,
  origin: SuppressionOrigin,
  note: Type.Union([Note, Type.Null()]),
  created_at: Type.String({ format: 'date-time' }),
});
export type Suppression = Static<typeof Suppression>;

const address = {
  phone: Type.Optional(
    Type.String({ minLength: 1, maxLength: 64, description: 'E.164, or national with default_country' }),
  ),
  email: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
};
const DefaultCountry = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'ISO 3166-1, for national phone numbers',
});

/** A person by phone, e-mail or both; both are two suppressions. */
export const SuppressionInput = Type.Object(
  {
    ...address,
    default_country: Type.Optional(DefaultCountry),
    reason: Type.Optional(SuppressionReason),
    note: Type.Optional(Note),
  },
  { additionalProperties: false },
);
export type SuppressionInput = Static<typeof SuppressionInput>;

export const SuppressionImport = Type.Object(
  {
    items: Type.Array(
      Type.Object({ ...address, note: Type.Optional(Note) }, { additionalProperties: false }),
      { minItems: 1, maxItems: 5_000 },
    ),
    default_country: Type.Optional(DefaultCountry),
    reason: Type.Optional(SuppressionReason),
  },
  { additionalProperties: false },
);
export type SuppressionImport = Static<typeof SuppressionImport>;

export const SuppressionImported = Type.Object({
  suppressed: Type.Integer({ description: 'Addresses that are suppressed now, each counted once' }),
  invalid: Type.Array(Type.Object({ index: Type.Integer(), field: Type.String(), message: Type.String() }), {
    description: 'Items, by their place from 0, that have no address that can be read; the others are in',
  }),
});
export type SuppressionImported = Static<typeof SuppressionImported>;
