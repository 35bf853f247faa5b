import { MINUTE } from '@taskhook/contracts';
import { jsonOf, memberAt } from '../../json-member.ts';
import { pathId, type FetchVerdict, type LeadProvider, type ProviderAnswer } from './provider.ts';

/** Supported for two years from its release: https://developers.facebook.com/docs/graph-api/changelog/versions */
const VERSION = 'v25.0';

const FIELDS = [
  'id',
  'created_time',
  'ad_id',
  'ad_name',
  'adset_id',
  'adset_name',
  'campaign_id',
  'campaign_name',
  'form_id',
  'platform',
  'is_organic',
  'field_data',
  'custom_disclaimer_responses',
].join(',');

/**
 * A lead by the id of its notification, with the token of the page.
 * https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving
 */
export const meta: LeadProvider = {
  title: 'Facebook Lead Ads',
  permission: 'leads_retrieval, with pages_manage_metadata, pages_show_list and ads_management',
  baseUrl: () => 'https://graph.facebook.com',
  headers: (token) => ({ authorization: `Bearer ${token}` }),
  path: ({ lead_id }) => {
    const id = pathId(lead_id);
    return id === undefined ? undefined : `/${VERSION}/${id}?fields=${FIELDS}`;
  },
  judge,
};

/** Codes of https://developers.facebook.com/docs/graph-api/guides/error-handling: the status says little. */
const TOKEN_CODES = new Set([102, 190]);
const TRANSIENT_CODES = new Set([1, 2]);
const THROTTLE_CODES = new Set([4, 17, 32, 341, 613]);
const SUBCODES: Readonly<Record<number, string>> = {
  458: 'the app was removed',
  459: 'the user has to log in to Facebook',
  460: 'the password was changed',
  463: 'it has expired',
  464: 'the user has to log in to Facebook',
  467: 'it has expired',
};

function judge({ headers, body }: ProviderAnswer): FetchVerdict | undefined {
  const error = memberAt(jsonOf(body), 'error');
  const code = numberAt(error, 'code');
  if (code === undefined) return undefined;
  const subcode = numberAt(error, 'error_subcode');
  const detail = `error ${code}${subcode === undefined ? '' : `, ${subcode}`}`;
  if (TOKEN_CODES.has(code)) return { outcome: 'refused', detail: SUBCODES[subcode ?? 0] ?? detail };
  if (THROTTLE_CODES.has(code) || (code >= 80_000 && code < 81_000)) {
    const pauseMs = regainMs(headers['x-business-use-case-usage']);
    return { outcome: 'throttled', detail, ...(pauseMs === undefined ? {} : { retryAfterMs: pauseMs }) };
  }
  if (code === 3 || code === 10 || (code >= 200 && code < 300)) return { outcome: 'forbidden', detail };
  if ((code === 100 && subcode === 33) || code === 803) return { outcome: 'not_found', detail };
  const transient = TRANSIENT_CODES.has(code) || memberAt(error, 'is_transient') === true;
  return { outcome: transient ? 'retry' : 'rejected', detail };
}

function numberAt(value: unknown, key: string): number | undefined {
  const number = Number(memberAt(value, key) ?? Number.NaN);
  return Number.isInteger(number) ? number : undefined;
}

/** The header tells for each page, in minutes, how long it is throttled. */
function regainMs(header: string | string[] | undefined): number | undefined {
  const usage = jsonOf(Buffer.from(String(header ?? '')));
  const entries = Object.values(typeof usage === 'object' && usage !== null ? usage : {}).flat();
  const minutes = entries.map((entry: unknown) => numberAt(entry, 'estimated_time_to_regain_access') ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * MINUTE : undefined;
}
