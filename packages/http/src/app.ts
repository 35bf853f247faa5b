import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { TaskhookError } from '@taskhook/errors';
import type { Logger } from '@taskhook/telemetry';
import { answerError } from './answer-error.ts';
import type { HttpMetrics } from './http-metrics.ts';
import { requestIds } from './request-id.ts';

export interface AppOptions {
  logger: Logger;
  metrics?: HttpMetrics;
  /** Proxies, as addresses or networks, whose word on the caller's address and protocol is taken. */
  trustedProxies?: readonly string[];
  /** Adds the routes, in the order in which they are tried. */
  routes: (app: Express) => void;
}

/** An Express application: request id, measuring, routes, 404, and errors as problem details. */
export function createApp({ logger, metrics, trustedProxies = [], routes }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  if (trustedProxies.length > 0) app.set('trust proxy', [...trustedProxies]);
  app.use(requestIds);
  if (metrics !== undefined) app.use(metrics.measure);
  routes(app);
  app.use((request) => {
    throw new TaskhookError('not_found', `There is nothing at ${request.method} on this address.`);
  });
  app.use(answerErrors(logger));
  return app;
}

/** Express tells an error handler by its four parameters. */
function answerErrors(logger: Logger) {
  return (thrown: unknown, _request: Request, response: Response, _next: NextFunction): void =>
    answerError(logger, thrown, response);
}
