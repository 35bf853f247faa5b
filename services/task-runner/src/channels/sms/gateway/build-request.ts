import { LRUCache } from 'lru-cache';
import type { SettingsOf } from '@taskhook/contracts';
import type { CallRequest } from '@taskhook/outbound';
import { compileRequest, type RenderedRequest, type Scope, type TemplateEngine } from '@taskhook/templating';
import type { OpenedConnection } from '../../channel.ts';
import { bodyText, contentType, ownHeaders } from '../../request-parts.ts';
import type { Message } from '../message.ts';

/** The request to a gateway, from the templates of its connection. Throws what a template throws. */
export type GatewayRequests = (connection: OpenedConnection<'sms-http'>, message: Message) => CallRequest;

const CACHED_GATEWAYS = 200;

/** The templates of a connection are compiled once for each of its versions. */
export function createGatewayRequests(engine: TemplateEngine): GatewayRequests {
  const cache = new LRUCache<string, { version: string; render: Render }>({ max: CACHED_GATEWAYS });
  return ({ id, version, settings }, message) => {
    const kept = cache.get(id);
    const render = kept?.version === version ? kept.render : compileRequest(engine, settings);
    cache.set(id, { version, render });
    return requestOf(settings, render({ ...message, secrets: settings.secrets ?? {} }));
  };
}

type Render = (scope: Scope) => RenderedRequest;

function requestOf({ method = 'POST' }: SettingsOf<'sms-http'>, rendered: RenderedRequest): CallRequest {
  const { url, headers, body } = rendered;
  return {
    method,
    url,
    headers: { ...contentType(body), ...ownHeaders(headers) },
    body: bodyText(body),
  };
}
