import { Connection } from '@taskhook/contracts';
import { toConnection } from '../../connections/connection-view.ts';
import { findConnection } from '../../connections/find-connection.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ConnectionParams } from '../parameters.ts';

export const getConnectionEndpoint = defineEndpoint({
  id: 'getConnection',
  method: 'get',
  path: '/v1/connections/:id',
  tag: 'Connections',
  summary: 'Show a connection',
  params: ConnectionParams,
  answer: { status: 200, description: 'The connection, without its token', schema: Connection },
  errors: ['not_found'],
  handle: async ({ store }, { params }) => toConnection(await findConnection(store, params.id)),
});
