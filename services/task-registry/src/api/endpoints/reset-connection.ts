import { Connection } from '@taskhook/contracts';
import { resetConnection } from '../../connections/reset-connection.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ConnectionParams } from '../parameters.ts';

export const resetConnectionEndpoint = defineEndpoint({
  id: 'resetConnection',
  method: 'post',
  path: '/v1/connections/:id/reset',
  tag: 'Connections',
  summary: 'Try a connection again that was found to fail',
  params: ConnectionParams,
  answer: { status: 200, description: 'The connection, which is closed now', schema: Connection },
  errors: ['not_found', 'unavailable'],
  handle: (registry, { params }) => resetConnection(registry, params.id),
});
