import { TaskhookError } from '@taskhook/errors';
import type { Express, Request, RequestHandler, Response } from '@taskhook/http';
import type { Registry } from '../registry.ts';
import { findRun } from '../runs/find-run.ts';
import { toRun } from '../runs/run-view.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';

/** Nothing in it runs, asks a server or gets out of its frame, and only the console may show it. */
const contentSecurityPolicy = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * The HTML of a mail as a page of its own, for a frame: within a page of the console its styles would be refused.
 * Answers `not_found` where the step has sent none.
 */
export function serveMail(app: Express, { store }: Registry, authorized: RequestHandler): void {
  app.get('/v1/runs/:id/steps/:step/mail', authorized, (request, response) =>
    answer(store, request, response),
  );
}

async function answer(store: Registry['store'], request: Request, response: Response): Promise<void> {
  const { id, step } = request.params;
  const run = toRun(await findRun(store, String(id)).catch(rethrowStoreFault));
  const html = htmlOf(run.steps.find((one) => one.id === step)?.rendered);
  response.set({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.type('html').send(html);
}

function htmlOf(rendered: unknown): string {
  const isMail = typeof rendered === 'object' && rendered !== null && 'html' in rendered;
  if (isMail && typeof rendered.html === 'string') return rendered.html;
  throw new TaskhookError('not_found', 'This step has no mail with HTML.');
}
