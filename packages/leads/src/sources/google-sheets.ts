import { generic } from './generic.ts';
import type { DecodedRequest, SourceAdapter } from './adapter.ts';

/**
 * A Google sheet, whose script posts its rows.
 * https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app
 */
export const googleSheets: SourceAdapter = {
  name: 'google-sheets',
  title: 'Google Sheets',
  docs: 'https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app',
  recognise: (request) => (isScriptAgent(request) ? 'The user agent is Google Apps Script.' : null),
  read: (request) => generic.read(request),
};

/** What UrlFetchApp calls itself. */
export function isScriptAgent({ headers }: DecodedRequest): boolean {
  return headers['user-agent']?.includes('Google-Apps-Script') === true;
}
