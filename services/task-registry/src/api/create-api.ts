import { createApp, type Express, type HttpMetrics } from '@taskhook/http';
import type { BoardQueues } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Registry } from '../registry.ts';
import { authorize } from './authorize.ts';
import { endpoints } from './endpoints/index.ts';
import { openApiDocument } from './openapi.ts';
import { registerEndpoints } from './register-endpoints.ts';
import { serveBoard } from './serve-board.ts';
import { serveConsole } from './serve-console.ts';
import { serveDocs } from './serve-docs.ts';
import { serveMail } from './serve-mail.ts';

export interface ApiOptions {
  registry: Registry;
  boardQueues: BoardQueues;
  trustedProxies: readonly string[];
  /** The built console. */
  consoleFolder: string;
  logger: Logger;
  metrics: HttpMetrics;
}

/** The HTTP application: the console's files and the reference are open to all, everything else wants the admin key or a session. */
export function createApi(options: ApiOptions): Express {
  const { registry, boardQueues, trustedProxies, consoleFolder, logger, metrics } = options;
  const document = JSON.stringify(openApiDocument(endpoints));
  return createApp({
    logger,
    metrics,
    trustedProxies,
    routes: (app) => {
      app.get('/v1/openapi.json', (_request, response) => void response.type('json').send(document));
      serveDocs(app);
      serveConsole(app, consoleFolder);
      serveBoard(app, boardQueues, authorize(registry));
      serveMail(app, registry, authorize(registry));
      registerEndpoints(app, registry, endpoints);
      app.use('/v1', authorize(registry));
    },
  });
}
