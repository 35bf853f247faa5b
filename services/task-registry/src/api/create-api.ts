import { createApp, type Express, type HttpMetrics } from '@taskhook/http';
import type { Logger } from '@taskhook/telemetry';
import type { Registry } from '../registry.ts';
import { authorize } from './authorize.ts';
import { endpoints } from './endpoints/index.ts';
import { openApiDocument } from './openapi.ts';
import { registerEndpoints } from './register-endpoints.ts';
import { serveDocs } from './serve-docs.ts';

export interface ApiOptions {
  registry: Registry;
  trustedProxies: readonly string[];
  logger: Logger;
  metrics: HttpMetrics;
}

/** The HTTP application: the reference is open to all, everything else wants the admin key or a session. */
export function createApi({ registry, trustedProxies, logger, metrics }: ApiOptions): Express {
  const document = JSON.stringify(openApiDocument(endpoints));
  return createApp({
    logger,
    metrics,
    trustedProxies,
    routes: (app) => {
      app.get('/', (_request, response) => response.redirect(302, '/docs/'));
      app.get('/v1/openapi.json', (_request, response) => void response.type('json').send(document));
      serveDocs(app);
      registerEndpoints(app, registry, endpoints);
      app.use('/v1', authorize(registry));
    },
  });
}
