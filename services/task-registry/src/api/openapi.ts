import type { TObject } from 'typebox';
import { headers, Problem, SESSION_COOKIE } from '@taskhook/contracts';
import { errorCodes, type ErrorCode } from '@taskhook/errors';
import { httpStatus } from '@taskhook/http';
import type { Endpoint } from './define-endpoint.ts';
import { componentSchemas, schemaOf } from './openapi-components.ts';

const VERSION = '1.0.0';
const always: readonly ErrorCode[] = ['unauthorized', 'internal_error', 'unavailable'];

/** The OpenAPI 3.1 document of the endpoints. It names no server: it is valid where it was got from. */
export function openApiDocument(endpoints: readonly Endpoint[]): Record<string, unknown> {
  const byPath = Map.groupBy(endpoints, ({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'));
  const paths = [...byPath].map(([path, group]) => [
    path,
    Object.fromEntries(group.map((endpoint) => [endpoint.method, operationOf(endpoint)])),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Taskhook',
      version: VERSION,
      description: 'Tasks turn leads into messages; runs are what became of each lead.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ adminKey: [] }, { session: [] }],
    tags: [
      { name: 'Session', description: 'Signing in to the console, and out' },
      { name: 'Tasks', description: 'What happens when a lead arrives' },
      { name: 'Samples', description: 'Requests that a task caught while it listened' },
      {
        name: 'Connections',
        description: 'Credentials with which messages are sent, and leads are fetched from their provider',
      },
      { name: 'Runs', description: 'What became of each lead' },
      { name: 'Suppressions', description: 'Addresses that no task writes to' },
      { name: 'Operations', description: 'How the installation is doing' },
      { name: 'Quarantine', description: 'Requests that gave no valid lead, kept whole' },
      { name: 'Privacy', description: 'Erasing a person everywhere' },
    ],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        adminKey: { type: 'http', scheme: 'bearer', description: 'TASKHOOK_ADMIN_KEY' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: `Calls that change something carry the header ${headers.console} too.`,
        },
      },
      schemas: componentSchemas(),
    },
  };
}

function operationOf(endpoint: Endpoint): Record<string, unknown> {
  const parameters = [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')];
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...securityOf(endpoint.access),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBodyOf(endpoint),
    responses: { ...answerOf(endpoint), ...problemsOf(endpoint.errors) },
  };
}

function securityOf(access: Endpoint['access']): Record<string, unknown> {
  if (access === 'key') return { security: [{ adminKey: [] }] };
  return access === 'console' ? { security: [] } : {};
}

function parametersOf(schema: TObject | undefined, place: 'path' | 'query') {
  if (schema === undefined) return [];
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: schemaOf(property),
  }));
}

function requestBodyOf({ body, bodyOptional, examples }: Endpoint): Record<string, unknown> {
  if (body === undefined) return {};
  const shown = Object.entries(examples ?? {}).map(([name, value]) => [
    name.replaceAll(' ', '-'),
    { summary: name, value },
  ]);
  const content = {
    schema: schemaOf(body),
    ...(shown.length > 0 ? { examples: Object.fromEntries(shown) } : {}),
  };
  return { requestBody: { required: bodyOptional !== true, content: { 'application/json': content } } };
}

function answerOf({ answer }: Endpoint): Record<string, unknown> {
  const { status, description, schema, isStream } = answer;
  const type = isStream === true ? 'text/event-stream' : 'application/json';
  const content = schema === undefined ? {} : { content: { [type]: { schema: schemaOf(schema) } } };
  return { [String(status)]: { description, ...content } };
}

/** Codes that share a status share a response. */
function problemsOf(errors: readonly ErrorCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy([...errors, ...always], (code) => httpStatus[code] ?? 500);
  const content = { 'application/problem+json': { schema: schemaOf(Problem) } };
  const responses = [...byStatus].map(([status, codes]) => [
    String(status),
    { description: codes.map((code) => `\`${code}\`: ${errorCodes[code].meaning}`).join('\n\n'), content },
  ]);
  return Object.fromEntries(responses);
}
