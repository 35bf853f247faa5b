import type { ConnectionSettings, ConnectionTest, Provider, SettingsOf } from '@taskhook/contracts';
import { callOnce } from '../call-once.ts';
import { NEVER } from './never.ts';
import type { Outbound } from '../outbound.ts';

type ApiSettings = Exclude<ConnectionSettings, { provider: 'smtp' | 'sms-http' }>;

/** Reads something of the account that every token may read. */
export async function testProvider(settings: ApiSettings, outbound: Outbound): Promise<ConnectionTest> {
  const { title, base, path, headers } = callOf(settings);
  const url = (settings.base_url ?? base).replace(/\/+$/, '') + path;
  const result = await callOnce(outbound, { method: 'GET', url, headers }, NEVER);
  if (!result.answered) return { ok: false, detail: result.error.message };
  return verdict(title, result.status);
}

interface TestCall {
  title: string;
  base: string;
  path: string;
  headers: Record<string, string>;
}

function callOf(settings: ApiSettings): TestCall {
  if (settings.provider === 'twilio') return twilio(settings);
  if (settings.provider === 'whatsapp') return whatsApp(settings);
  const { access_token } = settings;
  const headers = { authorization: `Bearer ${access_token}` };
  const { headers: own, ...call } = accounts[settings.provider];
  return { ...call, headers: { ...headers, ...own?.(access_token) } };
}

type Account = Omit<TestCall, 'headers'> & { headers?: (token: string) => Record<string, string> };

/** Where each provider tells whose token it is. */
const accounts: Readonly<Record<Provider, Account>> = {
  meta: { title: 'Facebook', base: 'https://graph.facebook.com', path: '/v25.0/me?fields=id' },
  linkedin: {
    title: 'LinkedIn',
    base: 'https://api.linkedin.com',
    path: '/rest/me',
    headers: () => ({ 'linkedin-version': '202606' }),
  },
  hubspot: { title: 'HubSpot', base: 'https://api.hubapi.com', path: '/account-info/v3/details' },
  zoho: {
    title: 'Zoho CRM',
    base: 'https://www.zohoapis.com',
    path: '/crm/v8/org',
    headers: (token) => ({ authorization: `Zoho-oauthtoken ${token}` }),
  },
};

function whatsApp(settings: SettingsOf<'whatsapp'>): TestCall {
  return {
    title: 'WhatsApp',
    base: 'https://graph.facebook.com',
    path: `/${settings.api_version ?? 'v25.0'}/${settings.phone_number_id}?fields=id`,
    headers: { authorization: `Bearer ${settings.access_token}` },
  };
}

function twilio({ account_sid, auth_token }: SettingsOf<'twilio'>): TestCall {
  const login = Buffer.from(`${account_sid}:${auth_token}`).toString('base64');
  return {
    title: 'Twilio',
    base: 'https://api.twilio.com',
    path: `/2010-04-01/Accounts/${account_sid}.json`,
    headers: { authorization: `Basic ${login}` },
  };
}

/** A token of narrow rights may not read the account and is still one that is taken. */
function verdict(title: string, status: number): ConnectionTest {
  if (status >= 200 && status < 300) return { ok: true, detail: `${title} takes the credentials.` };
  if (status === 403) {
    return {
      ok: true,
      detail: `${title} knows the credentials; they may not read the account itself (403).`,
    };
  }
  if (status === 401 || status === 400) {
    return { ok: false, detail: `${title} does not take the credentials (${status}).` };
  }
  if (status === 404) return { ok: false, detail: `${title} does not know the account or number (404).` };
  return { ok: false, detail: `${title} answered ${status}.` };
}
