import { deleteConnection } from '../../connections/delete-connection.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ConnectionParams } from '../parameters.ts';

export const deleteConnectionEndpoint = defineEndpoint({
  id: 'deleteConnection',
  method: 'delete',
  path: '/v1/connections/:id',
  tag: 'Connections',
  summary: 'Forget a connection that no task names',
  params: ConnectionParams,
  answer: { status: 204, description: 'The connection is forgotten' },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => deleteConnection(registry, params.id),
});
