import type { FetchTarget } from '@taskhook/contracts';
import { jsonOf, memberAt } from '../../json-member.ts';
import { pathId, type FetchVerdict, type LeadProvider, type ProviderAnswer } from './provider.ts';

const VERSION = 'v8';

/** Each account lives in one data centre: https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html */
const DATA_CENTRES = new Set([
  'https://www.zohoapis.com',
  'https://www.zohoapis.eu',
  'https://www.zohoapis.in',
  'https://www.zohoapis.com.au',
  'https://www.zohoapis.jp',
  'https://www.zohoapis.sa',
  'https://www.zohoapis.ca',
  'https://www.zohoapis.com.cn',
]);

/**
 * A record by the id and the module of its notification.
 * https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
 */
export const zoho: LeadProvider = {
  title: 'Zoho CRM',
  permission: 'ZohoCRM.modules.READ',
  baseUrl,
  headers: (token) => ({ authorization: `Zoho-oauthtoken ${token}` }),
  path: ({ lead_id, ids }) => {
    const id = pathId(lead_id);
    const module = pathId(memberAt(ids, 'module', 'api_name') ?? ids['module']);
    return id === undefined || module === undefined ? undefined : `/crm/${VERSION}/${module}/${id}`;
  },
  judge,
};

/** The notification names its data centre; one that is not on the list gets no token. */
function baseUrl({ ids }: FetchTarget): string {
  const origin = typeof ids['resource_uri'] === 'string' ? URL.parse(ids['resource_uri'])?.origin : undefined;
  return origin !== undefined && DATA_CENTRES.has(origin) ? origin : 'https://www.zohoapis.com';
}

const VERDICTS: Readonly<Record<string, FetchVerdict['outcome']>> = {
  INVALID_TOKEN: 'refused',
  AUTHENTICATION_FAILURE: 'refused',
  OAUTH_SCOPE_MISMATCH: 'forbidden',
  NO_PERMISSION: 'forbidden',
  INVALID_DATA: 'not_found',
  TOO_MANY_REQUESTS: 'throttled',
  INTERNAL_ERROR: 'retry',
};

function judge({ body }: ProviderAnswer): FetchVerdict | undefined {
  const code = memberAt(jsonOf(body), 'code');
  const outcome = typeof code === 'string' ? VERDICTS[code] : undefined;
  return outcome === undefined ? undefined : { outcome, detail: String(code) };
}
