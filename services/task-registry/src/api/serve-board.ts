import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { TaskhookError } from '@taskhook/errors';
import type { Express, RequestHandler } from '@taskhook/http';
import type { BoardQueues } from '@taskhook/queue';

const PATH = '/bull';

/** Its page has styles inline and asks a host of fonts, which it does without. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const secured: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  next();
};

/** bull-board at `/bull`, for who is signed in: it shows the queues and changes nothing in them. */
export function serveBoard(app: Express, queues: BoardQueues, authorized: RequestHandler): void {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(PATH);
  const adapters = queues.all.map((queue) => {
    const adapter = new BullMQAdapter(queue, { readOnlyMode: true });
    adapter.setFormatter('data', withoutLead);
    return adapter;
  });
  createBullBoard({ queues: adapters, serverAdapter, options: { uiConfig: { boardTitle: 'Taskhook' } } });
  const router = serverAdapter.getRouter() as RequestHandler;
  app.use(PATH, authorized, readOnly, secured, router);
}

const readOnly: RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.set('allow', 'GET, HEAD');
    throw new TaskhookError('method_not_allowed', 'The board shows the queues and changes nothing.');
  }
  next();
};

/** Who a lead is stands in its run, where it can be erased. */
function withoutLead(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return {};
  const { lead: _lead, ids: _ids, lead_id: _id, ...rest } = data as Record<string, unknown>;
  return rest;
}
