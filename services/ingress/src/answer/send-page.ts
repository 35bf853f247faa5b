import type { ServerResponse } from 'node:http';
import type { Language } from './language.ts';

/** Answers with a page that loads nothing, and that nobody keeps. */
export function sendPage(response: ServerResponse, status: number, language: Language, html: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-language', language);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  // The address of this page is the webhook's, which is not for others.
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-robots-tag', 'noindex');
  response.end(html);
}
