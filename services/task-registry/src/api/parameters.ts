import { Type } from 'typebox';

export const TaskParams = Type.Object({ id: Type.String({ description: 'The id of the task' }) });
export const ConnectionParams = Type.Object({
  id: Type.String({ description: 'The id of the connection' }),
});
export const RunParams = Type.Object({ id: Type.String({ description: 'The id of the run' }) });
export const ReplayParams = Type.Object({ id: Type.String({ description: 'The id of the replay' }) });
export const ErasureParams = Type.Object({ id: Type.String({ description: 'The id of the erasure' }) });
export const QuarantineParams = Type.Object({
  id: Type.String({ description: 'The id of the quarantined request' }),
});

/** Whom it is about. */
export const AddressQuery = {
  phone: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'With its country code' })),
  email: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
  default_country: Type.Optional(
    Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, for national phone numbers' }),
  ),
};

/** `limit` of a list. */
export const Limit = Type.Integer({
  minimum: 1,
  maximum: 200,
  default: 50,
  description: 'Most items of the page',
});

/** `cursor` of a list whose items have ids of this pattern. */
export const cursor = (pattern: string) =>
  Type.String({ pattern, description: 'The `next_cursor` of the page before' });
