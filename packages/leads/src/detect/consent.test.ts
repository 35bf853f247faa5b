import { expect, test } from 'vitest';
import { consentAnswer, detectConsent } from './consent.ts';

const none = { given: null, text: null, at: null, url: null, ip: null };

test.each<[string, Record<string, unknown>, object | null]>([
  ['a box', { privacy: 'on' }, { given: true }],
  ['a box in Italian', { consenso_marketing: 'Sì' }, { given: true }],
  ['a box in German', { Einwilligung: 'ja' }, { given: true }],
  ['a box that is not ticked', { 'Acconsento al trattamento': 'no' }, { given: false }],
  ['two boxes, one of them not ticked', { privacy: true, marketing_consent: false }, { given: false }],
  [
    'a box whose value is its sentence',
    { 'your-consent': 'Accetto la privacy policy del sito' },
    { given: true, text: 'Accetto la privacy policy del sito' },
  ],
  [
    'all of it',
    {
      gdpr_consent: 1,
      consent_text: 'I agree to be contacted',
      consent_timestamp: '2026-03-01T10:00:00Z',
      consent_url: 'https://corso.example/form',
      ip_address: '192.0.2.7',
    },
    {
      given: true,
      text: 'I agree to be contacted',
      at: '2026-03-01T10:00:00Z',
      url: 'https://corso.example/form',
      ip: '192.0.2.7',
    },
  ],
  [
    'a certificate of TrustedForm',
    { xxTrustedFormCertUrl: 'https://cert.trustedform.com/abc' },
    { url: 'https://cert.trustedform.com/abc' },
  ],
  [
    "Meta's custom disclaimers",
    { custom_disclaimer_responses: [{ checkbox_key: 'optional_1', is_checked: '1' }] },
    { given: true },
  ],
  [
    'a disclaimer that is not ticked',
    {
      custom_disclaimer_responses: [
        { checkbox_key: 'a', is_checked: '1' },
        { checkbox_key: 'b', is_checked: '' },
        { checkbox_key: 'c', is_checked: '0' },
      ],
    },
    { given: false },
  ],
  ['nested fields', { form: { consent: { given: 'yes' } } }, { given: true }],
  ['nothing', { citta: 'Bologna', ip: '192.0.2.7' }, null],
])('%s', (_name, fields, expected) => {
  expect(detectConsent(fields)).toEqual(expected === null ? null : { ...none, ...expected });
});

test.each<[unknown, boolean | null]>([
  ['', null],
  ['forse', null],
  [2, null],
  [null, null],
  ['I do not agree to be called', false],
  ['NO', false],
])('%o is an answer: %o', (value, answer) => {
  expect(consentAnswer(value)).toBe(answer);
});
