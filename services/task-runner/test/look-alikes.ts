import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from '@taskhook/contracts';
import { onTestFinished } from 'vitest';

export const TOKEN = 'EAAB-look-alike-token';

/** What a look-alike answers; `hang` never does. */
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown } | 'hang' | 'break';

interface Asked {
  url: URL;
  headers: IncomingMessage['headers'];
}

/**
 * The API of a provider on loopback: it insists on the path, the version, the headers and the token as
 * the real one does, and has what is put into it. `next` queues answers that come instead. Closed with the test.
 */
export async function lookAlike(provider: Provider) {
  const objects = new Map<string, Record<string, unknown>>();
  const requests: Asked[] = [];
  const queue: Answer[] = [];
  const server = createServer((request, response) => {
    const asked = { url: new URL(request.url ?? '', 'http://provider'), headers: request.headers };
    requests.push(asked);
    give(queue.shift() ?? apis[provider](asked, objects), request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    next: (...answers: Answer[]) => void queue.push(...answers),
  };
}

function give(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === 'hang') return;
  if (answer === 'break') {
    request.socket.destroy();
    return;
  }
  const { status, headers = {}, body } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

type Api = (asked: Asked, objects: ReadonlyMap<string, Record<string, unknown>>) => Answer;

const graphError = (status: number, code: number, error_subcode?: number): Answer => ({
  status,
  body: { error: { message: 'words of Meta', type: 'OAuthException', code, error_subcode, fbtrace_id: 'A' } },
});

export const expiredToken = graphError(400, 190, 463);
export const throttledByMeta = graphError(400, 80_005);

/** As of https://developers.facebook.com/docs/graph-api/guides/error-handling. */
const meta: Api = ({ url, headers }, objects) => {
  const [, id = ''] = /^\/v\d+\.0\/(\d+)$/.exec(url.pathname) ?? [];
  if (headers.authorization !== `Bearer ${TOKEN}`) return graphError(401, 190);
  const lead = objects.get(id);
  if (lead === undefined) return graphError(400, 100, 33);
  return { status: 200, body: only(lead, url.searchParams.get('fields')?.split(',') ?? ['id']) };
};

/** As of https://learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling. */
const linkedin: Api = ({ url, headers }, objects) => {
  if (headers.authorization !== `Bearer ${TOKEN}`) {
    return { status: 401, body: { status: 401, serviceErrorCode: 65_600, code: 'INVALID_ACCESS_TOKEN' } };
  }
  if (!/^20\d{4}$/.test(String(headers['linkedin-version']))) {
    return { status: 426, body: { status: 426, code: 'NONEXISTENT_VERSION' } };
  }
  if (headers['x-restli-protocol-version'] !== '2.0.0') return { status: 400, body: { status: 400 } };
  const found = objects.get(url.pathname);
  return found === undefined ? { status: 404, body: { status: 404 } } : { status: 200, body: found };
};

const hubspot: Api = ({ url, headers }, objects) => {
  if (headers.authorization !== `Bearer ${TOKEN}`) {
    return { status: 401, body: { status: 'error', category: 'EXPIRED_AUTHENTICATION' } };
  }
  const found = objects.get(url.pathname);
  if (found === undefined) return { status: 404, body: { status: 'error', category: 'OBJECT_NOT_FOUND' } };
  const { properties, ...rest } = found;
  const names = url.searchParams.get('properties')?.split(',') ?? [];
  return {
    status: 200,
    body: { ...rest, properties: only((properties ?? {}) as Record<string, unknown>, names) },
  };
};

/** Zoho answers 204 for a record that is not there. */
const zoho: Api = ({ url, headers }, objects) => {
  if (headers.authorization !== `Zoho-oauthtoken ${TOKEN}`) {
    return { status: 401, body: { code: 'INVALID_TOKEN', status: 'error', details: {} } };
  }
  const found = objects.get(url.pathname);
  return found === undefined ? { status: 204 } : { status: 200, body: { data: [found] } };
};

const apis: Record<Provider, Api> = { meta, linkedin, hubspot, zoho };

function only(object: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}
