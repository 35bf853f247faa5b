import { providerServer, type Asked } from './provider-server.ts';

export const TWILIO = {
  provider: 'twilio',
  account_sid: `AC${'a1'.repeat(16)}`,
  auth_token: 'twilio-token-canary',
  from: '+15005550006',
} as const;

/** Twilio's Messages API, as strict as the real one about path, login, content type and fields. */
export const twilioLookAlike = () => providerServer(judge);

export const twilioError = (status: number, code: number) => ({
  status,
  body: { code, message: 'words of Twilio', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

function judge({ method, path, headers, body }: Asked) {
  const login = Buffer.from(`${TWILIO.account_sid}:${TWILIO.auth_token}`).toString('base64');
  if (headers['authorization'] !== `Basic ${login}`) return twilioError(401, 20_003);
  if (path === `/2010-04-01/Accounts/${TWILIO.account_sid}.json`) return { status: 200 };
  if (method !== 'POST' || path !== `/2010-04-01/Accounts/${TWILIO.account_sid}/Messages.json`) {
    return twilioError(404, 20_404);
  }
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return twilioError(400, 21_604);
  const form = new URLSearchParams(body);
  if (!/^\+[1-9]\d{6,14}$/.test(form.get('To') ?? '')) return twilioError(400, 21_211);
  if (form.get('From') === null && form.get('MessagingServiceSid') === null) return twilioError(400, 21_603);
  if ((form.get('Body') ?? '') === '') return twilioError(400, 21_602);
  return { status: 201, body: { sid: `SM${'0'.repeat(32)}`, status: 'queued', error_code: null } };
}
