import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from '@taskhook/telemetry';
import { answerError } from './answer-error.ts';
import type { HttpMetrics } from './http-metrics.ts';
import { giveRequestId } from './request-id.ts';

/** A route that is so busy that it does without a router: what matches it never gets to the application. */
export interface DirectRoute {
  /** The pattern that it is measured under. */
  route: string;
  methods: readonly string[];
  /** The one parameter of the address, path and query; undefined where it is another route's. */
  match(url: string): string | undefined;
  /** What it throws is answered as a problem. */
  handle(parameter: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface DirectOptions {
  logger: Logger;
  metrics: HttpMetrics;
}

/** The application behind a route that is tried before it, with the same request ids, metrics and errors. */
export function withDirectRoute(
  app: RequestListener,
  direct: DirectRoute,
  { logger, metrics }: DirectOptions,
): RequestListener {
  const methods = new Set(direct.methods);
  const routeOf = (): string => direct.route;
  return (request, response) => {
    const { method = '', url = '' } = request;
    const parameter = methods.has(method) ? direct.match(url) : undefined;
    if (parameter === undefined) return app(request, response);
    giveRequestId(request, response);
    metrics.watch(request, response, routeOf);
    direct
      .handle(parameter, request, response)
      .catch((thrown: unknown) => answerError(logger, thrown, response));
  };
}
