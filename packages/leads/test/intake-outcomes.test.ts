import { expect, test } from 'vitest';
import { limits, withTaskDefaults, type Source } from '@taskhook/contracts';
import { compileIntake, flattenFields, type IntakeRequest } from '../src/index.ts';

const { lead: rules } = withTaskDefaults({ name: 'Test', lead: { required: [] } });
const mario = { full_name: 'Mario Rossi', phone: '+39 333 1234567', email: 'mario@example.com' };
const meta = {
  id: '123',
  form_id: '9',
  created_time: '2026-01-01',
  field_data: [
    { name: 'full_name', values: ['Mario Rossi'] },
    { name: 'email', values: ['mario@example.com'] },
  ],
};

function intake(body: unknown, source: Source = 'auto', request: Partial<IntakeRequest> = {}) {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  return compileIntake(rules, source)({ method: 'POST', headers: {}, query: '', body: bytes, ...request });
}

test('auto says which sender it took and why', () =>
  expect(intake(meta)).toMatchObject({
    type: 'leads',
    source: 'meta',
    reason: expect.stringContaining('Facebook'),
    leads: [{ ok: true, eventId: '123', test: false, partial: false }],
  }));

test('what no sender is known to write is read as generic', () =>
  expect(intake({ ...mario, x: 1 })).toMatchObject({
    source: 'generic',
    leads: [{ ok: true, lead: { extra_fields: { x: 1 } } }],
  }));

test('a list of what one sender writes is one lead each', () =>
  expect(intake([meta, { ...meta, id: '124' }])).toMatchObject({
    source: 'meta',
    leads: [{ eventId: '123' }, { eventId: '124' }],
  }));

test('a pinned source reads requests that it does not recognise too', () =>
  expect(intake(mario, 'typeform')).toMatchObject({
    source: 'typeform',
    leads: [{ ok: true, lead: { full_name: 'Mario Rossi' } }],
  }));

test('generic reads as generic what another would recognise', () =>
  expect(intake(meta, 'generic')).toMatchObject({
    source: 'generic',
    leads: [{ ok: true, lead: { email: 'mario@example.com' } }],
  }));

test.each([
  'nome=Anna&email=a%40b.it&_gotcha=x',
  'nome=Anna&email=a%40b.it&bot-field=buy',
  'nome=Anna&email=a%40b.it&hp_field=1',
])('a filled honeypot makes the request one of a robot: %s', (body) =>
  expect(intake(body)).toMatchObject({ type: 'ignored', ignored: expect.stringContaining('robots') }),
);

test('an empty honeypot and what steers the form are dropped, a website is kept', () => {
  const body =
    'nome=Anna&_gotcha=&_next=https%3A%2F%2Fx.it&g-recaptcha-response=03A&csrf_token=1&website=anna.it&password=s3cret';
  expect(intake(body)).toMatchObject({
    leads: [{ ok: true, lead: { full_name: 'Anna', extra_fields: { website: 'anna.it' } } }],
  });
  expect(JSON.stringify(intake(body))).not.toMatch(/gotcha|03A|csrf|s3cret|_next/);
});

test('one robot in a list loses none of the others', () =>
  expect(intake([mario, { ...mario, _honey: 'x' }])).toMatchObject({ leads: [{ ok: true }] }));

test('the made-up leads of an ad platform are marked as tests, whoever passes them on', () => {
  const dummy = { full_name: '<test lead: dummy data for full_name>', email: 'test@fb.com' };
  expect(intake(dummy)).toMatchObject({ leads: [{ test: true, ok: true }] });
});

test('a query string is a lead where there is no body', () =>
  expect(intake('', 'auto', { method: 'GET', query: 'nombre=Ana&correo=ana%40e.es' })).toMatchObject({
    leads: [{ ok: true, lead: { full_name: 'Ana', email: 'ana@e.es' } }],
  }));

test('more leads than one request may hold are refused', () => {
  const field_data = meta.field_data.slice(0, 1);
  const leads = Array.from({ length: limits.leadsPerRequest + 1 }, () => ({ field_data }));
  expect(() => intake(leads)).toThrow(expect.objectContaining({ code: 'malformed_body' }));
});

test('fields are flattened to paths that Liquid reads', () =>
  expect(flattenFields({ a: { 'b c': [1, { d: null }] }, 'E-mail *': 'x', e: [], 'say "hi"': true })).toEqual(
    [
      { path: 'a["b c"][0]', value: 1 },
      { path: 'a["b c"][1].d', value: null },
      { path: '["E-mail *"]', value: 'x' },
      { path: 'e', value: [] },
      { path: `['say "hi"']`, value: true },
    ],
  ));
