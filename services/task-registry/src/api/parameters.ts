import { Type } from 'typebox';

export const TaskParams = Type.Object({ id: Type.String({ description: 'The id of the task' }) });
export const ConnectionParams = Type.Object({
  id: Type.String({ description: 'The id of the connection' }),
});
export const RunParams = Type.Object({ id: Type.String({ description: 'The id of the run' }) });
export const QuarantineParams = Type.Object({
  id: Type.String({ description: 'The id of the quarantined request' }),
});

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
