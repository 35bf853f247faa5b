import { Connection, ConnectionPatch } from '@taskhook/contracts';
import { changeConnection } from '../../connections/change-connection.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ConnectionParams } from '../parameters.ts';

export const changeConnectionEndpoint = defineEndpoint({
  id: 'changeConnection',
  method: 'patch',
  path: '/v1/connections/:id',
  tag: 'Connections',
  summary: 'Change a connection; it counts for the next call that is made with it',
  params: ConnectionParams,
  body: ConnectionPatch,
  answer: { status: 200, description: 'The connection, without its secrets', schema: Connection },
  errors: ['malformed_body', 'invalid_request', 'not_found', 'conflict', 'body_too_large'],
  handle: (registry, { params, body }) => changeConnection(registry, params.id, body),
});
