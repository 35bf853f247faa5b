import { Connection, ConnectionInput } from '@taskhook/contracts';
import { createConnection } from '../../connections/create-connection.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { connectionExamples } from '../examples.ts';

export const createConnectionEndpoint = defineEndpoint({
  id: 'createConnection',
  method: 'post',
  path: '/v1/connections',
  tag: 'Connections',
  summary: 'Keep credentials with which messages are sent or leads are fetched',
  body: ConnectionInput,
  examples: connectionExamples,
  answer: { status: 201, description: 'The connection, without its secrets', schema: Connection },
  errors: ['malformed_body', 'invalid_request', 'body_too_large'],
  handle: (registry, { body }) => createConnection(registry, body),
});
