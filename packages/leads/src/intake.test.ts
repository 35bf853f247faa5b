import { expect, test } from 'vitest';
import { withTaskDefaults, type LeadRules } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { compileIntake, type LeadMapping } from './intake.ts';

const mario = { full_name: 'Mario Rossi', phone: '+39 333 1234567', email: 'Mario@Example.com' };
const marioLead = { full_name: 'Mario Rossi', phone: '+393331234567', email: 'mario@example.com' };

function intake(body: unknown, rules: Partial<LeadRules> = {}, mapping?: LeadMapping) {
  const { lead } = withTaskDefaults({ name: 'Test', lead: rules });
  const request = { method: 'POST', headers: {}, query: '', body: Buffer.from(JSON.stringify(body)) };
  const outcome = compileIntake(lead, 'generic', mapping)(request);
  if (outcome.type !== 'leads') throw new Error(`The request gave no leads: ${outcome.type}.`);
  return outcome.leads.map((result) =>
    result.ok ? { ok: true, lead: result.lead } : { ok: false, errors: result.errors },
  );
}

const ok = (lead: object) => ({ ok: true, lead });
const failed = (...errors: [field: string, message: string][]) => ({
  ok: false,
  errors: errors.map(([field, message]) => ({ field, message })),
});

test('the canonical fields are read by their own names', () =>
  expect(intake(mario)).toEqual([ok({ ...marioLead, extra_fields: {} })]));

test('extra_fields and every other key are kept under their own keys, and extra_fields wins', () => {
  const extra_fields = { eta: 29, citta: 'Pavia', interesse: ['a', { b: null }] };
  expect(intake({ ...mario, utm: ' x ', eta: 1, list: [1], extra_fields })).toEqual([
    ok({ ...marioLead, extra_fields: { utm: ' x ', list: [1], ...extra_fields } }),
  ]);
});

test.each([null, '', undefined])('extra_fields that is %j is none', (extra_fields) =>
  expect(intake({ ...mario, extra_fields })).toEqual([ok({ ...marioLead, extra_fields: {} })]),
);

test.each([['text'], [5], [[1]], [false]])('extra_fields that is %j is an error', (extra_fields) =>
  expect(intake({ ...mario, extra_fields })).toEqual([
    failed(['extra_fields', 'must be an object with the further fields']),
  ]),
);

test('numbers are taken for text', () =>
  expect(intake({ ...mario, full_name: 42, phone: 393331234567 })).toEqual([
    ok({ ...marioLead, full_name: '42', extra_fields: {} }),
  ]));

test('everything that is wrong with a lead is told at once', () => {
  const errors = failed(
    ['full_name', 'must be text'],
    ['phone', 'is required'],
    ['email', 'is not an e-mail address'],
    ['extra_fields', 'must be an object with the further fields'],
  ).errors;
  const [result] = intake({ full_name: { x: true }, phone: ' ', email: 'mario', extra_fields: 1 });
  expect(result).toEqual({ ok: false, errors: expect.arrayContaining(errors) });
  expect(result).toHaveProperty('errors.length', errors.length);
});

test.each([{}, { phone: null }, { phone: '' }, { phone: ' \u200b' }])(
  'a lead with %j lacks its phone',
  (phone) =>
    expect(intake({ full_name: mario.full_name, email: mario.email, ...phone })).toEqual([
      failed(['phone', 'is required']),
    ]),
);

test('what is not required may be absent', () =>
  expect(intake({ phone: mario.phone }, { required: ['phone'] })).toEqual([
    ok({ full_name: null, phone: marioLead.phone, email: null, extra_fields: {} }),
  ]));

test('an optional field that cannot be used does not lose the lead, and its raw value is kept', () =>
  expect(intake({ ...mario, phone: '12', email: ['a'], phone_raw: 'own' }, { required: [] })).toEqual([
    ok({
      full_name: 'Mario Rossi',
      phone: null,
      email: null,
      extra_fields: { phone_raw: 'own', phone_raw_: '12', email_raw: ['a'] },
    }),
  ]));

test('an extension of a phone number is kept', () =>
  expect(intake({ ...mario, phone: '+39 02 1234567 ext. 5' })).toEqual([
    ok({ ...marioLead, phone: '+39021234567', extra_fields: { phone_raw: '+39 02 1234567 ext. 5' } }),
  ]));

test('each lead of a list has its own result, in the order of the request', () =>
  expect(intake([mario, { ...mario, email: 'no' }, 7])).toEqual([
    ok({ ...marioLead, extra_fields: {} }),
    failed(['email', 'is not an e-mail address']),
    failed(['', expect.stringContaining('must be a JSON object')]),
  ]));

test('a mapping is called for each lead with its fields', () => {
  const mapping: LeadMapping = (body) => ({ full_name: (body as { nome: string }).nome });
  const { full_name: _, ...rest } = mario;
  expect(
    intake(
      [
        { ...rest, nome: 'Anna' },
        { ...rest, nome: 'Ugo' },
      ],
      {},
      mapping,
    ),
  ).toEqual([
    ok({ ...marioLead, full_name: 'Anna', extra_fields: { nome: 'Anna' } }),
    ok({ ...marioLead, full_name: 'Ugo', extra_fields: { nome: 'Ugo' } }),
  ]);
});

test('a mapped field takes the place of the own one, whose value is kept as raw', () =>
  expect(
    intake(mario, { required: [] }, () => ({ full_name: 'Anna', phone: '', email: mario.email })),
  ).toEqual([
    ok({
      full_name: 'Anna',
      phone: null,
      email: marioLead.email,
      extra_fields: { full_name_raw: 'Mario Rossi', phone_raw: '+39 333 1234567' },
    }),
  ]));

test('a blank own value that a mapped one replaces leaves nothing behind', () =>
  expect(intake({ ...mario, full_name: ' ' }, {}, () => ({ full_name: 'Anna' }))).toEqual([
    ok({ ...marioLead, full_name: 'Anna', extra_fields: {} }),
  ]));

test('a mapping that gives nothing for a required field leaves it absent', () =>
  expect(intake(mario, {}, () => ({ phone: undefined }))).toEqual([failed(['phone', 'is required'])]));

test('mapped extra_fields win over the own ones and keep their type', () =>
  expect(
    intake({ ...mario, eta: '29', citta: 'Pavia' }, {}, () => ({ extra_fields: { eta: 29, zona: null } })),
  ).toEqual([ok({ ...marioLead, extra_fields: { eta: 29, citta: 'Pavia', zona: null } })]));

test('a mapping that fails is an error of the mapping, for that lead alone', () => {
  const mapping: LeadMapping = (body) => {
    if ((body as { bad?: boolean }).bad)
      throw new TaskhookError('template_limit', 'The mapping took too long.');
    return {};
  };
  expect(intake([mario, { bad: true }], {}, mapping)).toEqual([
    ok({ ...marioLead, extra_fields: {} }),
    failed(['lead.mapping', 'The mapping took too long.']),
  ]);
});

test('a mapping that breaks for another reason is a bug and is thrown', () =>
  expect(() =>
    intake(mario, {}, () => {
      throw new TypeError('bug');
    }),
  ).toThrow(TypeError));
