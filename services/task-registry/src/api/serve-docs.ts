import { join } from 'node:path';
import { getAbsoluteFSPath } from 'swagger-ui-dist';
import { serveFolder, type Express, type RequestHandler } from '@taskhook/http';

/**
 * Scripts and data from this server only, and none inline. Swagger UI sets styles on elements and
 * draws with data: images.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const secured: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  next();
};

/** The reference page at `/docs/`: its own page and start file, the rest from Swagger UI. */
export function serveDocs(app: Express): void {
  app.use('/docs', secured);
  app.use('/docs', serveFolder(join(import.meta.dirname, 'docs')));
  app.use('/docs', serveFolder(getAbsoluteFSPath(), { index: false }));
}
