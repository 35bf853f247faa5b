import type { Logger, Metrics } from '@taskhook/telemetry';
import { createApp } from './app.ts';
import { startServer, type HttpServer } from './server.ts';

/**
 * Throws, or rejects, where the service is not ready, with a message that says why. What it gives says
 * how it is ready, where there is more to say than `ok`.
 */
export type ReadinessCheck = () => string | void | Promise<string | void>;

export interface AdminOptions {
  host: string;
  port: number;
  logger: Logger;
  metrics: Metrics;
  checks: Readonly<Record<string, ReadinessCheck>>;
}

const CHECK_TIMEOUT_MS = 2_000;

/** The server for operators: `/livez` answers while the process turns, `/readyz` runs the checks, `/metrics`. */
export function startAdminServer({ host, port, logger, metrics, checks }: AdminOptions): Promise<HttpServer> {
  const app = createApp({
    logger,
    routes: (router) => {
      router.get('/livez', (_request, response) => void response.json({ status: 'ok' }));
      router.get('/readyz', async (_request, response) => {
        const results = await Promise.all(Object.entries(checks).map(runCheck));
        const ready = results.every((result) => result.ready);
        const body = {
          status: ready ? 'ok' : 'unavailable',
          checks: Object.fromEntries(results.map(toEntry)),
        };
        response.status(ready ? 200 : 503).json(body);
      });
      router.get('/metrics', async (_request, response) => {
        const { contentType, text } = await metrics.expose();
        response.set('content-type', contentType).send(text);
      });
    },
  });
  return startServer({ host, port, listener: app });
}

interface CheckResult {
  name: string;
  ready: boolean;
  text: string;
}

async function runCheck([name, check]: [string, ReadinessCheck]): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), CHECK_TIMEOUT_MS);
  });
  try {
    const text = await Promise.race([Promise.resolve().then(check), timeout]);
    return { name, ready: true, text: text ?? 'ok' };
  } catch (error) {
    return { name, ready: false, text: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

const toEntry = ({ name, text }: CheckResult): [string, string] => [name, text];
