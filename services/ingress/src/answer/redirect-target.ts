import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { decodeRequest, type JsonObject } from '@taskhook/leads';
import type { WebhookRequest } from '../request/read-request.ts';

/** Fields by which forms say where their visitor goes afterwards, in lower case. */
const names = [
  '_next',
  '_redirect',
  'redirect',
  'redirect_to',
  'redirect_url',
  'returl',
  'ret_url',
  'success_url',
];

/**
 * Where a form wants its visitor sent; undefined where it does not say, or names a host that the task
 * does not allow: anyone can post a form. A path alone is one of the page that the form is on.
 */
export function redirectTarget(form: TaskDefinition['form'], request: WebhookRequest): string | undefined {
  const hosts = form?.redirect_hosts ?? [];
  if (hosts.length === 0) return undefined;
  const target = fieldsOf(request).flatMap(targetIn)[0];
  if (target === undefined) return undefined;
  const page = request.headers['referer'] ?? request.headers['origin'];
  const url = URL.parse(target, URL.parse(page ?? '')?.href);
  return url !== null && isAllowed(url, hosts) ? url.href : undefined;
}

function fieldsOf(request: WebhookRequest): JsonObject[] {
  try {
    const { body, query } = decodeRequest(request);
    return body !== null && typeof body === 'object' && !Array.isArray(body) ? [body, query] : [query];
  } catch (error) {
    if (error instanceof TaskhookError) return [];
    throw error;
  }
}

function targetIn(fields: JsonObject): string[] {
  const given = new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
  return names.flatMap((name) => {
    const value = given.get(name);
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
  });
}

const defaultPorts: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

function isAllowed({ protocol, hostname, port, username, password }: URL, hosts: readonly string[]): boolean {
  const usual = Object.hasOwn(defaultPorts, protocol) ? defaultPorts[protocol] : undefined;
  if (usual === undefined || username !== '' || password !== '') return false;
  return hosts.includes(`${hostname}:${port || usual}`) || (port === '' && hosts.includes(hostname));
}
