import { expect, test } from 'vitest';
import { buildRequest } from './build-request.ts';

const settings = { provider: 'whatsapp', phone_number_id: '12345', access_token: 'token' } as const;
const to = '+39 333 123-4567';
const build = (content: object) =>
  buildRequest(settings, { channel: 'whatsapp', to, ...content } as never, 'run_1.wa.1');
const bodyOf = (content: object): unknown => JSON.parse(String(build(content).body));

test('a text goes to the number of the connection, with its token', () => {
  const request = build({ text: 'Ciao' });
  expect(request).toMatchObject({
    method: 'POST',
    url: 'https://graph.facebook.com/v25.0/12345/messages',
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
  });
  expect(JSON.parse(String(request.body))).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '393331234567',
    type: 'text',
    text: { preview_url: false, body: 'Ciao' },
    biz_opaque_callback_data: 'run_1.wa.1',
  });
});

test('the version and the address are those of the connection where it has them', () => {
  const own = { ...settings, api_version: 'v30.0', base_url: 'https://proxy.example/meta/' };
  const { url } = buildRequest(own, { channel: 'whatsapp', to, text: 'Ciao' }, 'k');
  expect(url).toBe('https://proxy.example/meta/v30.0/12345/messages');
});

test('a template has its header, its parameters and its buttons as components', () => {
  const template = {
    name: 'benvenuto',
    language: 'it',
    header: { type: 'image', link: 'https://x.example/a.png' },
    parameters: ['Mario', 'Bologna'],
    buttons: [
      { type: 'url', index: 0, value: 'run_1' },
      { type: 'quick_reply', index: 1, value: 'yes' },
      { type: 'copy_code', index: 2, value: 'SCONTO' },
    ],
  };
  const button = (index: string, sub_type: string, parameter: object) => ({
    type: 'button',
    sub_type,
    index,
    parameters: [parameter],
  });
  expect(bodyOf({ template })).toMatchObject({
    type: 'template',
    template: {
      name: 'benvenuto',
      language: { code: 'it' },
      components: [
        { type: 'header', parameters: [{ type: 'image', image: { link: 'https://x.example/a.png' } }] },
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Mario' },
            { type: 'text', text: 'Bologna' },
          ],
        },
        button('0', 'url', { type: 'text', text: 'run_1' }),
        button('1', 'quick_reply', { type: 'payload', payload: 'yes' }),
        button('2', 'copy_code', { type: 'coupon_code', coupon_code: 'SCONTO' }),
      ],
    },
  });
});

test('a template without places has no components', () => {
  const template = { name: 'ciao', language: 'en_US', parameters: [], buttons: [] };
  expect(bodyOf({ template })).toMatchObject({ template: { name: 'ciao', language: { code: 'en_US' } } });
  expect(JSON.stringify(bodyOf({ template }))).not.toContain('components');
});

test.each([
  ['an empty text', { text: ' ' }],
  ['a text that is too long', { text: 'a'.repeat(4_097) }],
  ['an empty parameter', { template: { name: 'a', language: 'it', parameters: ['x', ''], buttons: [] } }],
])('%s is refused before Meta refuses it', (_what, content) => {
  expect(() => build(content)).toThrow(expect.objectContaining({ code: 'invalid_message' }));
});

test('a number without its country is refused and not repeated', () => {
  expect(() => build({ to: '333 1234567', text: 'Ciao' })).toThrow(
    expect.objectContaining({
      code: 'invalid_recipient',
      message: 'The rendered recipient is not a phone number that starts with + and its country.',
    }),
  );
});
