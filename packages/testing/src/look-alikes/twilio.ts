import { randomBytes } from 'node:crypto';
import { providerServer, type Asked } from './provider-server.ts';

export const TWILIO = {
  provider: 'twilio',
  account_sid: `AC${'a1'.repeat(16)}`,
  auth_token: 'twilio-token-canary',
  from: '+15005550006',
} as const;

interface Sent {
  sid: string;
  to: string;
  body: string;
  date_created: string;
}

/** Twilio's Messages API, as strict as the real one about path, login, content type and fields. */
export async function twilioLookAlike(open = providerServer) {
  const sent: Sent[] = [];
  const server = await open((asked) => judge(asked, sent));
  return {
    ...server,
    /** A message to anybody that Twilio has sent, though its answer was lost. */
    list: (body: string, sid: string) => void sent.push({ sid, to: '*', body, date_created: rfc2822() }),
    posts: () => server.requests.filter(({ method }) => method === 'POST'),
  };
}

export const twilioError = (status: number, code: number) => ({
  status,
  body: { code, message: 'words of Twilio', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

function judge({ method, path, headers, body }: Asked, sent: Sent[]) {
  const login = Buffer.from(`${TWILIO.account_sid}:${TWILIO.auth_token}`).toString('base64');
  if (headers['authorization'] !== `Basic ${login}`) return twilioError(401, 20_003);
  if (path === `/2010-04-01/Accounts/${TWILIO.account_sid}.json`) return { status: 200 };
  const url = new URL(path, 'http://twilio');
  if (url.pathname !== `/2010-04-01/Accounts/${TWILIO.account_sid}/Messages.json`) {
    return twilioError(404, 20_404);
  }
  if (method === 'GET') return listed(url, sent);
  if (method !== 'POST') return twilioError(405, 20_004);
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return twilioError(400, 21_604);
  const form = new URLSearchParams(body);
  if (!/^\+[1-9]\d{6,14}$/.test(form.get('To') ?? '')) return twilioError(400, 21_211);
  if (form.get('From') === null && form.get('MessagingServiceSid') === null) return twilioError(400, 21_603);
  if ((form.get('Body') ?? '') === '') return twilioError(400, 21_602);
  const sid = `SM${randomBytes(16).toString('hex')}`;
  sent.push({ sid, to: form.get('To') ?? '', body: form.get('Body') ?? '', date_created: rfc2822() });
  return { status: 201, body: { sid, status: 'queued', error_code: null } };
}

/** `DateSent>` is a day. */
function listed({ searchParams }: URL, sent: readonly Sent[]) {
  const [to, since] = [searchParams.get('To'), searchParams.get('DateSent>')];
  if (since === null || !/^\d{4}-\d{2}-\d{2}$/.test(since)) return twilioError(400, 20_001);
  const messages = sent
    .filter((one) => one.to === '*' || one.to === to)
    .toReversed()
    .map((one) => ({ ...one, status: 'sent', direction: 'outbound-api' }));
  return { status: 200, body: { messages, next_page_uri: null, page: 0 } };
}

function rfc2822(): string {
  return new Date().toUTCString().replace('GMT', '+0000');
}
