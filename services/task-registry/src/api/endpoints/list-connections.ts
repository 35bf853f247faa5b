import { Type } from 'typebox';
import { Connection, ConnectionProvider, idPatterns, pageOf } from '@taskhook/contracts';
import { listConnections } from '../../connections/list-connections.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { cursor, Limit } from '../parameters.ts';

const Query = Type.Object(
  {
    provider: Type.Optional(ConnectionProvider),
    limit: Type.Optional(Limit),
    cursor: Type.Optional(cursor(idPatterns.connection)),
  },
  { additionalProperties: false },
);

export const listConnectionsEndpoint = defineEndpoint({
  id: 'listConnections',
  method: 'get',
  path: '/v1/connections',
  tag: 'Connections',
  summary: 'List connections, newest first',
  query: Query,
  answer: { status: 200, description: 'A page of connections', schema: pageOf(Connection) },
  errors: ['invalid_request'],
  handle: (registry, { query }) => listConnections(registry, query),
});
