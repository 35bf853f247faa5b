import { providerServer, type Asked } from './provider-server.ts';

export const WHATSAPP = {
  provider: 'whatsapp',
  phone_number_id: '106540352242922',
  access_token: 'whatsapp-token-canary',
} as const;

/** The messages of Meta's Cloud API, as strict as the real one about path, token and JSON. */
export const whatsAppLookAlike = (open = providerServer) => open(judge);

export const whatsAppError = (status: number, code: number) => ({
  status,
  body: { error: { message: `(#${code}) words of Meta`, type: 'OAuthException', code, fbtrace_id: 'A' } },
});

function judge({ method, path, headers, body }: Asked) {
  if (headers['authorization'] !== `Bearer ${WHATSAPP.access_token}`) return whatsAppError(401, 190);
  if (method !== 'POST' || path !== `/v25.0/${WHATSAPP.phone_number_id}/messages`)
    return whatsAppError(404, 100);
  if (headers['content-type'] !== 'application/json') return whatsAppError(400, 100);
  const message = JSON.parse(body) as CloudMessage;
  const content = message.type === 'text' ? message.text : message.template;
  const complete =
    message.messaging_product === 'whatsapp' &&
    /^[1-9]\d{6,14}$/.test(String(message.to)) &&
    ['text', 'template'].includes(String(message.type)) &&
    typeof content === 'object';
  if (!complete) return whatsAppError(400, 100);
  if (message.type === 'template' && typeof message.template?.language?.code !== 'string') {
    return whatsAppError(400, 132_000);
  }
  const wa_id = String(message.to);
  return {
    status: 200,
    body: {
      messaging_product: 'whatsapp',
      contacts: [{ input: wa_id, wa_id }],
      messages: [{ id: 'wamid.HBgM' }],
    },
  };
}

interface CloudMessage {
  messaging_product?: unknown;
  to?: unknown;
  type?: unknown;
  text?: unknown;
  template?: { language?: { code?: unknown } };
}
