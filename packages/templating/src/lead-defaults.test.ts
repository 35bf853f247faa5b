import { expect, test } from 'vitest';
import { withLeadDefaults } from './lead-defaults.ts';

const lead = {
  full_name: null,
  phone: null,
  email: null,
  extra_fields: { citta: ' ', eta: 0, corso: 'Yoga' },
};

test('defaults stand in for what a lead lacks, and for nothing else', () => {
  const defaults = {
    full_name: 'Cliente',
    'extra_fields.citta': 'Italia',
    'extra_fields.eta': '18',
    'extra_fields.corso': 'Pilates',
    'extra_fields.a.b': 'x',
  };
  expect(withLeadDefaults(lead, { defaults })).toEqual({
    ...lead,
    full_name: 'Cliente',
    extra_fields: { citta: 'Italia', eta: 0, corso: 'Yoga', 'a.b': 'x' },
  });
  expect(lead.extra_fields.citta).toBe(' ');
});

test('a task without defaults shows the lead itself', () => {
  expect(withLeadDefaults(lead, {})).toBe(lead);
});
