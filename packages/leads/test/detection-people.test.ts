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

test.each<[what: string, body: object, name: string | null]>([
  ['a tenant', { tenant_name: 'Ann Lee', tenant_email: 'a@e.com' }, 'Ann Lee'],
  [
    'a parent',
    { 'Nome del figlio': 'Bo Lee', 'Nome del genitore': 'Ann Lee', 'Email del genitore': 'a@e.com' },
    'Ann Lee',
  ],
  ['a company', { company_name: 'Acme', company_email: 'a@e.com' }, null],
  ['a page', { page_name: 'Open Day', page_email: 'page@e.com', email: 'a@e.com' }, null],
  ['a tenant alone', { tenant_name: 'Ann Lee', email: 'a@e.com' }, null],
])('of %s the name is taken where its contact stands beside it', (_what, body, name) =>
  expect(fieldsOf(detect(body, 'US'))).toEqual([name, null, 'a@e.com']),
);

test.each([
  ['status', { status: { name: 'Not Started' } }],
  ['board', { action: { card: { name: 'New Task' }, board: { name: 'My Board' } } }],
  ['creator', { created_by: { name: 'Otto Host', email: 'host@e.com' } }],
  ['deal', { deal: { name: 'Big Deal', value: 100 } }],
  ['thing that was bought', { line_items: [{ name: 'Blue Shirt' }], items: [{ name: 'Red Shirt' }] }],
  ['choice', { properties: { Stage: { type: 'select', select: { name: 'New Lead' } } } }],
])('the name of a %s is not the lead’s', (_what, body) =>
  expect(fieldsOf(detect({ ...body, ...contact }, 'US'))[0]).toBeNull(),
);

test('the person inside a deal is the lead, the deal’s name is not', () =>
  expect(
    fieldsOf(detect({ deal: { name: 'Big Deal', person: { name: 'Ann Lee', email: 'a@e.com' } } }, 'US')),
  ).toEqual(['Ann Lee', null, 'a@e.com']));

test('a person in a list of items is the lead', () =>
  expect(fieldsOf(detect({ items: [{ name: 'Ann Lee', email: 'a@e.com' }], n: 1 }, 'US'))[0]).toBe(
    'Ann Lee',
  ));

test('a child’s name behind a prefix does not come before the lead’s own', () =>
  expect(nameIn({ name: 'Ann Lee', child_first_name: 'Bo', child_last_name: 'Lee' })).toBe('Ann Lee'));

test('a message’s own number is not that of its sender', () =>
  expect(fieldsOf(detect({ From: '+14045550199', To: '+12015550123' }, 'US'))[1]).toBe('+14045550199'));
