import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { metricNames } from '@taskhook/contracts';
import { latencyBuckets, type Histogram, type Metrics } from '@taskhook/telemetry';

export interface HttpMetrics {
  /** Middleware that counts and times every answer. */
  measure: RequestHandler;
  /** Counts and times one answer; its route is asked for at its end. */
  watch(request: IncomingMessage, response: ServerResponse, askRoute: () => string): void;
  /** Answers of a route since the start, by the class of `latencyBuckets` that their time is in; one more is open. */
  countTimes(route: string): Promise<number[]>;
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
  // What a label's values stand for is looked up once, which costs more than the counting.
  const counted = remembered((method, route, status) => requests.labels({ method, route, status }));
  const timed = remembered((route) => durations.labels({ route }));
  const watch: HttpMetrics['watch'] = (request, response, askRoute) => {
    const start = performance.now();
    response.on('close', () => {
      const { method: given = '' } = request;
      const route = askRoute();
      const status = response.writableFinished ? String(response.statusCode) : 'aborted';
      counted(knownMethods.has(given) ? given : 'other', route, status).inc();
      timed(route).observe((performance.now() - start) / 1_000);
    });
  };
  return {
    measure: (request, response, next) => {
      watch(request, response, () => routeOf(request));
      next();
    },
    watch,
    countTimes: (route) => countTimes(durations, route),
  };
}

/** A histogram tells how many took at most so long; this is how many are in each class. */
async function countTimes(durations: Histogram, route: string): Promise<number[]> {
  const { values } = await durations.get();
  const atMost = values
    .filter(({ labels, metricName }) => labels['route'] === route && metricName?.endsWith('_bucket'))
    .map(({ value }) => value);
  const classes = Array.from({ length: latencyBuckets.length + 1 }, (_none, i) => atMost[i] ?? 0);
  return classes.map((count, i) => count - (classes[i - 1] ?? 0));
}

/** Both are bounded: routes are patterns, and methods and status codes are few. */
function remembered<T>(make: (...values: [string, string, string]) => T) {
  const made = new Map<string, T>();
  return (first: string, second = '', third = ''): T => {
    const name = `${first} ${second} ${third}`;
    let one = made.get(name);
    if (one === undefined) made.set(name, (one = make(first, second, third)));
    return one;
  };
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function routeOf(request: Request): string {
  const route: unknown = request.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'unmatched';
  return `${request.baseUrl}${String(route.path)}`;
}
