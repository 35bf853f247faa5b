import { expect, test } from 'vitest';
import { buildMail } from './build-mail.ts';

const settings = {
  provider: 'smtp',
  host: 'mail.example',
  port: 587,
  security: 'starttls',
  from: 'Corso di Marketing <info@corso.example>',
} as const;
const rendered = { channel: 'email', to: 'mario@example.it', subject: 'Ciao', text: 'Ciao Mario' } as const;
const build = (more: object = {}) => buildMail({ ...rendered, ...more }, settings, 'run_1.mail');

test('a mail has the same Message-ID at every attempt, under the domain of its sender', () => {
  expect(build()).toEqual({
    from: { name: 'Corso di Marketing', address: 'info@corso.example' },
    to: 'mario@example.it',
    subject: 'Ciao',
    text: 'Ciao Mario',
    messageId: '<run_1.mail@corso.example>',
    headers: {},
  });
});

test('a mail with an https address to unsubscribe can be left with one click, one with mailto by a mail', () => {
  expect(build({ unsubscribe_url: 'https://corso.example/u?e=mario@example.it' }).headers).toEqual({
    'List-Unsubscribe': '<https://corso.example/u?e=mario@example.it>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(build({ unsubscribe_url: 'mailto:u@corso.example' }).headers).toEqual({
    'List-Unsubscribe': '<mailto:u@corso.example>',
  });
});

test('the reply goes where the step says, else where the connection says', () => {
  expect(build({ reply_to: 'Anna <anna@corso.example>' }).replyTo).toEqual({
    name: 'Anna',
    address: 'anna@corso.example',
  });
  const replying = { ...settings, reply_to: 'ufficio@corso.example' };
  expect(buildMail({ ...rendered, reply_to: '' }, replying, 'k').replyTo?.address).toBe(
    'ufficio@corso.example',
  );
});

test.each([
  ['nobody', ''],
  ['two people', 'a@x.it, b@x.it'],
  ['a name', 'Mario <mario@x.it>'],
  ['another header', 'a@x.it\r\nBcc: b@x.it'],
  ['no domain', 'mario'],
])('a recipient that is %s is refused and not repeated', (_what, to) => {
  expect(() => build({ to })).toThrow(expect.objectContaining({ code: 'invalid_recipient' }));
  expect(() => build({ to })).not.toThrow(/x\.it/);
});

test.each([
  ['an empty subject', { subject: '' }],
  ['no content', { text: ' ', html: '' }],
  ['a script to unsubscribe', { unsubscribe_url: 'javascript:alert(1)' }],
  ['a reply to two', { reply_to: 'a@x.it,b@x.it' }],
])('a mail with %s is refused', (_what, more) => {
  expect(() => build(more)).toThrow(expect.objectContaining({ code: 'invalid_message' }));
});
