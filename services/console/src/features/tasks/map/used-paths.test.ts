import { expect, test } from 'vitest';
import { isUsed } from './used-paths.ts';

test('a path is used where the mapping has it as a whole', () => {
  const rules = {
    default_country: 'IT',
    required: [],
    mapping: {
      full_name: '{{ nome }} {{ lead.cognome }}',
      extra_fields: { eta: 'answers[0].age | plus: 0' },
    },
  };
  expect(isUsed(rules, 'nome')).toBe(true);
  expect(isUsed(rules, 'answers[0].age')).toBe(true);
  expect(isUsed(rules, 'cognome')).toBe(false);
  expect(isUsed(rules, 'answers')).toBe(false);
  expect(isUsed(rules, 'nom')).toBe(false);
});
