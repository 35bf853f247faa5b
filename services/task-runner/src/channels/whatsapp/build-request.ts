import type { SettingsOf, WhatsAppHeader } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { CallRequest } from '@taskhook/outbound';
import type { RenderedFor } from '../channel.ts';
import { phoneNumber } from '../phone-number.ts';

const BASE_URL = 'https://graph.facebook.com';
const VERSION = 'v25.0';
const LONGEST_TEXT = 4_096;

/**
 * See https://developers.facebook.com/docs/whatsapp/cloud-api/messages. What names the message
 * comes back with its receipts; Meta does not tell repetitions by it. Throws `invalid_recipient` or `invalid_message`.
 */
export function buildRequest(
  settings: SettingsOf<'whatsapp'>,
  rendered: RenderedFor<'whatsapp'>,
  messageRef: string,
): CallRequest {
  const base = (settings.base_url ?? BASE_URL).replace(/\/+$/, '');
  return {
    method: 'POST',
    url: `${base}/${settings.api_version ?? VERSION}/${settings.phone_number_id}/messages`,
    headers: {
      authorization: `Bearer ${settings.access_token}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: phoneNumber(rendered.to).slice(1),
      ...contentOf(rendered),
      biz_opaque_callback_data: messageRef,
    }),
  };
}

function contentOf(rendered: RenderedFor<'whatsapp'>): object {
  if ('template' in rendered) return { type: 'template', template: templateOf(rendered.template) };
  const { text } = rendered;
  if (text.trim() === '') throw invalid('The rendered text is empty.');
  if (text.length > LONGEST_TEXT)
    throw invalid(`The rendered text has more than ${LONGEST_TEXT} characters.`);
  return { type: 'text', text: { preview_url: false, body: text } };
}

type Template = Extract<RenderedFor<'whatsapp'>, { template: unknown }>['template'];

function templateOf({ name, language, header, parameters, buttons }: Template): object {
  const body = parameters.map((text, index) => textParameter(text, `parameter ${index + 1}`));
  const components = [
    ...(header === undefined ? [] : [{ type: 'header', parameters: [headerParameter(header)] }]),
    ...(body.length === 0 ? [] : [{ type: 'body', parameters: body }]),
    ...buttons.map(buttonComponent),
  ];
  return { name, language: { code: language }, ...(components.length === 0 ? {} : { components }) };
}

/** Meta refuses empty parameters (131008). */
function textParameter(text: string, what: string): object {
  return { type: 'text', text: filled(text, what) };
}

function headerParameter(header: WhatsAppHeader): object {
  if (header.type === 'text') return textParameter(header.text, 'header');
  return { type: header.type, [header.type]: { link: filled(header.link, 'link of the header') } };
}

function buttonComponent({ type, index, value }: Template['buttons'][number]): object {
  const text = filled(value, `value of button ${index}`);
  return { type: 'button', sub_type: type, index: String(index), parameters: [buttonParameter(type, text)] };
}

function buttonParameter(type: Template['buttons'][number]['type'], text: string): object {
  if (type === 'url') return { type: 'text', text };
  return type === 'quick_reply'
    ? { type: 'payload', payload: text }
    : { type: 'coupon_code', coupon_code: text };
}

function filled(text: string, what: string): string {
  if (text !== '') return text;
  throw invalid(`The rendered ${what} of the template is empty.`);
}

function invalid(message: string): TaskhookError {
  return new TaskhookError('invalid_message', message);
}
