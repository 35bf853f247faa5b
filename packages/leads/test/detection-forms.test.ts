import { expect, test } from 'vitest';
import { detect, fieldsOf, type Expected } from './detected.ts';

const ANN: Expected = ['Ann Lee', '+14045550199', 'a@e.com'];

test.each<[what: string, body: object]>([
  [
    'answers under ids that speak of a form',
    {
      form: { name: 'Contact us' },
      fields: {
        form_field_1: { title: 'Your name', value: 'Ann Lee', type: 'text' },
        contactForm_email: { title: 'Email', value: 'a@e.com', type: 'email' },
        contactForm_tel: { title: 'Phone number', value: '404-555-0199', type: 'phone' },
      },
    },
  ],
  [
    'names that speak of a form',
    {
      form_name: 'Contact us',
      'Full name': 'Ann Lee',
      'contact-form-email': 'a@e.com',
      form_phone: '404-555-0199',
    },
  ],
  ['numbered fields in an object', { name: '4', metas: { 8: 'Ann Lee', 9: 'a@e.com', 10: '404-555-0199' } }],
  [
    'labels that were cut short',
    { q3_nome: 'Ann Lee', q5_numeroDi: '404-555-0199', q6_numeroDi6: '3', q4_email: 'a@e.com' },
  ],
])('%s are understood', (_what, body) => expect(fieldsOf(detect(body, 'US'))).toEqual(ANN));

test.each<[what: string, body: object]>([
  ['tags', { tags: { 0: 'Hot Lead', 1: 'Milan North' } }],
  ['a list', { tags: ['Hot Lead', 'Milan North'] }],
  ['a form', { form: { 1: 'Contact Us' }, form_name: 'Open Day', form_title: 'Open Day' }],
  ['numbered ids', { ids: { 1: '4045550199', 2: '4045550100' }, 'form id': '4045550122' }],
])('%s are no person and no phone number', (_what, body) =>
  expect(fieldsOf(detect({ ...body, email: 'a@e.com' }, 'US'))).toEqual([null, null, 'a@e.com']),
);
