import { SECOND } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import {
  jsonBody,
  openEventStream,
  requestIdOf,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from '@taskhook/http';
import type { Registry } from '../registry.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';
import { authorize, callerOf } from './authorize.ts';
import type { Call, Endpoint } from './define-endpoint.ts';

/** Adds a route for each endpoint, and 405 for the methods that an address does not have. */
export function registerEndpoints(app: Express, registry: Registry, endpoints: readonly Endpoint[]): void {
  for (const endpoint of endpoints) {
    const authorized = authorize(registry, endpoint.access);
    app[endpoint.method](endpoint.path, authorized, jsonBody, (request, response) =>
      answer(registry, endpoint, request, response),
    );
  }
  for (const [path, group] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    app.all(path, authorize(registry), refuseMethod(group));
  }
}

async function answer(
  registry: Registry,
  endpoint: Endpoint,
  request: Request,
  response: Response,
): Promise<void> {
  const { params, query } = request;
  const body: unknown = request.body;
  if (endpoint.needsStore !== false) registry.store.requireConnection();
  const call = callOf(registry, request, response);
  const result = await endpoint.call(registry, { params, query, body }, call).catch(rethrowStoreFault);
  if (endpoint.method !== 'get') {
    registry.events.apiCalled({ request_id: requestIdOf(response), operation: endpoint.id });
  }
  if (endpoint.answer.isStream === true) return;
  response.status(endpoint.answer.status).set('cache-control', 'no-store');
  if (endpoint.answer.status === 204) response.end();
  else response.json(result);
}

function callOf({ consoleUrl }: Registry, request: Request, response: Response): Call {
  return {
    caller: callerOf(response),
    address: request.ip ?? '',
    secure: request.secure || consoleUrl?.startsWith('https:') === true,
    setHeader: (name, value) => void response.set(name, value),
    openStream: () => openEventStream(request, response, streamTimes),
  };
}

const streamTimes = { keepAliveMs: 15 * SECOND, retryMs: 2 * SECOND };

function refuseMethod(endpoints: readonly Endpoint[]): RequestHandler {
  const allowed = endpoints.map(({ method }) => method.toUpperCase()).join(', ');
  return (request, response) => {
    response.set('allow', allowed);
    throw new TaskhookError('method_not_allowed', `${request.method} is not one of ${allowed}.`);
  };
}
