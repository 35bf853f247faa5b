import { ConnectionTest } from '@taskhook/contracts';
import { testConnection } from '../../connections/test-connection.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ConnectionParams } from '../parameters.ts';

export const testConnectionEndpoint = defineEndpoint({
  id: 'testConnection',
  method: 'post',
  path: '/v1/connections/:id/test',
  tag: 'Connections',
  summary: 'Try a connection by a call that sends nobody anything',
  params: ConnectionParams,
  answer: { status: 200, description: 'Whether it works, and what was seen', schema: ConnectionTest },
  errors: ['not_found'],
  handle: (registry, { params }) => testConnection(registry, params.id),
});
