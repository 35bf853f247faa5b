import { expect, test } from 'vitest';
import { detect, fieldsOf } from './detected.ts';

const contact = { email: 'a@e.com', phone: '404-555-0199' };
const nameIn = (body: object) => fieldsOf(detect({ ...body, ...contact }, 'US'))[0];

test.each<[what: string, body: object]>([
  ['in brackets', { 'Name (First)': 'Ann', 'Name (Last)': 'Lee' }],
  ['in brackets, in Italian', { 'Nome (Nome)': 'Ann', 'Nome (Cognome)': 'Lee' }],
  ['in brackets behind what is asked for', { 'Name (First) *': 'Ann', 'Name (Last) *': 'Lee' }],
])('the parts of a name are told apart by what stands %s', (_what, body) =>
  expect(nameIn(body)).toBe('Ann Lee'),
);

test('what stands in brackets behind a name may be a remark', () =>
  expect(nameIn({ 'Name (as on your card)': 'Ann Lee' })).toBe('Ann Lee'));

test('the first name of one and the last name of another are no person', () =>
  expect(nameIn({ first_name: 'Ann', company: { last_name: 'Otto' } })).toBe('Ann'));

test.each([
  'Best number to reach you on?',
  'A number we can call you on',
  'Numero a cui possiamo contattarti',
  'Nummer, unter der wir Sie erreichen',
])('%j asks for a phone number', (question) =>
  expect(fieldsOf(detect({ [question]: '404-555-0199', email: 'a@e.com' }, 'US'))[1]).toBe('+14045550199'),
);
