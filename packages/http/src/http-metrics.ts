import type { Request, RequestHandler } from 'express';
import { metricNames } from '@taskhook/contracts';
import { latencyBuckets, type Metrics } from '@taskhook/telemetry';

export interface HttpMetrics {
  /** Middleware that counts and times every answer. */
  measure: RequestHandler;
}

/** Requests by route pattern, never by address: the number of label values stays small. */
export function createHttpMetrics(metrics: Metrics): HttpMetrics {
  const requests = metrics.counter({
    name: metricNames.httpRequests,
    help: 'Answered HTTP requests by route and status code',
    labels: ['method', 'route', 'status'],
  });
  const durations = metrics.histogram({
    name: metricNames.httpDuration,
    help: 'Time from the head of a request to the end of its answer',
    labels: ['route'],
    buckets: latencyBuckets,
  });
  return {
    measure: (request, response, next) => {
      const start = performance.now();
      response.once('close', () => {
        const route = routeOf(request);
        const method = knownMethods.has(request.method) ? request.method : 'other';
        const status = response.writableFinished ? String(response.statusCode) : 'aborted';
        requests.inc({ method, route, status });
        durations.observe({ route }, (performance.now() - start) / 1_000);
      });
      next();
    },
  };
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function routeOf(request: Request): string {
  const route: unknown = request.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'unmatched';
  return `${request.baseUrl}${String(route.path)}`;
}
