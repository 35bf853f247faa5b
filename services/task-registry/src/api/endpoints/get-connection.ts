import { Connection } from '@taskhook/contracts';
import { showConnection } from '../../connections/show-connection.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ConnectionParams } from '../parameters.ts';

export const getConnectionEndpoint = defineEndpoint({
  id: 'getConnection',
  method: 'get',
  path: '/v1/connections/:id',
  tag: 'Connections',
  summary: 'Show a connection',
  params: ConnectionParams,
  answer: {
    status: 200,
    description: 'The connection without its token, and whether it works',
    schema: Connection,
  },
  errors: ['not_found'],
  handle: (registry, { params }) => showConnection(registry, params.id),
});
