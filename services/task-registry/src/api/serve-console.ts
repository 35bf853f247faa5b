import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Express, RequestHandler } from '@taskhook/http';

/** The first parts of the addresses of the console's pages; what is below them is the console's own affair. */
const pages = [
  'tasks',
  'runs',
  'quarantine',
  'operations',
  'connections',
  'suppressions',
  'erasures',
  'sign-in',
];
const pagePaths = ['/', ...pages.flatMap((page) => [`/${page}`, `/${page}/{*rest}`])];

const YEAR_S = 31_536_000;
const NONCE_BYTES = 18;
/** What the build leaves in the page where the nonce belongs. */
const NONCE_MARK = '__CSP_NONCE__';

const notBuilt = `The console has not been built yet.

Run \`npm start\`, which builds it, or build it with \`pnpm --filter @taskhook/console build\`
and start task-registry again. The API works without it; its reference is at /docs/.
`;

/**
 * The built console at `/`: its page at every address of its own, with a fresh nonce each time, and its files,
 * compressed beforehand. Files with a hash in their name are kept for a year, the others are asked for again.
 */
export function serveConsole(app: Express, folder: string): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) {
    servePages(app, (_request, response) => void response.status(503).type('text').send(notBuilt));
    return;
  }
  servePages(app, pageWithNonce(readFileSync(page, 'utf8')));
  const compressed = { gzip: true, brotli: true, etag: true, extensions: [], setHeaders: setFileHeaders };
  app.use('/assets', sirv(join(folder, 'assets'), { ...compressed, maxAge: YEAR_S, immutable: true }));
  app.get('/color-scheme.js', sirv(folder, { ...compressed, maxAge: 0 }));
}

/** A route for each, so that metrics tell them by short names. */
function servePages(app: Express, handler: RequestHandler): void {
  for (const path of pagePaths) app.get(path, handler);
}

function pageWithNonce(template: string): RequestHandler {
  return (_request, response) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    setFileHeaders(response);
    response.set({
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-cache',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    });
    response.type('html').send(template.replaceAll(NONCE_MARK, nonce));
  };
}

/** Everything comes from this server, and no script stands in the page. Styles made at run time carry the nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function setFileHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
}
