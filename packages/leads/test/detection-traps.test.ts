import { expect, test } from 'vitest';
import { withTaskDefaults } from '@taskhook/contracts';
import { compileIntake } from '../src/index.ts';
import { detect, fieldsOf, type Expected } from './detected.ts';

const ANN: Expected = ['Ann Lee', '+14045550199', 'a@e.com'];
const contact = { email: 'a@e.com', phone: '404-555-0199' };

test.each<[what: string, body: object]>([
  ['of the form', { form_name: 'Contact us', formName: 'F', form: { name: 'G' } }],
  ['of the ad', { ad_name: 'A', campaign_name: 'B', adset_name: 'C', page_name: 'D' }],
  [
    'of the workflow',
    { workflow: { name: 'W' }, location: { name: 'L', phone: '+14045550100', email: 'l@e.com' } },
  ],
  ['of the company', { company: { name: 'ACME', email: 'info@acme.com' }, company_name: 'ACME' }],
  ['of the product', { product: { name: 'P' }, items: [{ name: 'x', quantity: 4045550100 }] }],
  [
    'of the host',
    { owner_name: 'Otto', user_email: 'host@e.com', cc_email: 'cc@e.com', debugEmail: 'd@e.com' },
  ],
])('the name %s is not the lead’s', (_what, decoys) => {
  expect(fieldsOf(detect({ ...decoys, contact: { name: 'Ann Lee', ...contact } }, 'US'))).toEqual(ANN);
  expect(fieldsOf(detect({ ...decoys, name: 'Ann Lee', ...contact }, 'US'))).toEqual(ANN);
  expect(
    fieldsOf(
      detect(
        { ...decoys, 'First name': 'Ann', 'Last name': 'Lee', Mail: 'a@e.com', Tel: contact.phone },
        'US',
      ),
    ),
  ).toEqual(ANN);
});

test('a form’s name beside the object with the answers is not the lead’s', () =>
  expect(
    fieldsOf(
      detect(
        { name: 'Contact form', data: { Name: 'Ann Lee', 'Phone 2': '4045550199', Email: 'a@e.com' } },
        'US',
      ),
    ),
  ).toEqual(ANN));

test('ids, codes, amounts and addresses are no phone numbers', () =>
  expect(
    detect(
      {
        lead_id: '4045550199',
        code: '4045550100',
        budget: '4045550111',
        ip: '203.0.113.9',
        n: 4045550122,
        date: '2026-03-02',
      },
      'US',
    ).lead.phone,
  ).toBeNull());

test('what was used is gone from the rest, everything else is kept where it was', () =>
  expect(
    detect({ lead: { contact: { email: 'a@e.com', vip: true }, tags: [] }, Nome: 'Anna', privacy: '' }).lead
      .extra_fields,
  ).toEqual({ lead: { contact: { vip: true }, tags: [] }, privacy: '' }));

test('the reasons say where each field was found and why, with paths that Liquid can read', () =>
  expect(
    detect({
      data: { 'First name': 'Ann', 'Last name': 'Lee', items: [{ mail: 'a@e.com' }], x: '+14045550199' },
    }).explanation?.reasons,
  ).toEqual({
    full_name: {
      paths: ['data["First name"]', 'data["Last name"]'],
      reason: '“First name” and “Last name” are the parts of a name.',
    },
    phone: { paths: ['data.x'], reason: 'The value of “x” looks like a phone number.' },
    email: { paths: ['data.items[0].mail'], reason: '“mail” is what an e-mail address is called.' },
  }));

test('where nothing is found, or nothing valid, the reasons say so', () =>
  expect(detect({ phone: 'none' }).explanation?.reasons).toMatchObject({
    email: { paths: [], reason: 'No field was found that looks like an e-mail address.' },
    phone: { paths: [], reason: expect.stringContaining('is not a phone number') },
  }));

test('the parts of a name in an XML document are told apart by their attribute', () => {
  const xml = `<adf><prospect><contact><name part="first">Ann</name><name part="last">Lee</name>
    <email>a@e.com</email><phone type="voice">404 555 0199</phone></contact></prospect>
    <vendor><contact><name part="full">Otto</name><email>otto@e.com</email></contact></vendor></adf>`;
  const rules = withTaskDefaults({ name: 'Test', lead: { default_country: 'US' } }).lead;
  const request = { method: 'POST', headers: {}, query: '', body: Buffer.from(xml) };
  expect(compileIntake(rules, 'generic')(request)).toMatchObject({
    leads: [{ ok: true, lead: { full_name: ANN[0], phone: ANN[1], email: ANN[2] } }],
  });
});
