import { expect, test } from 'vitest';
import { nameOfPath, pathParts, withExpression, withPath, type LeadRules } from './mapping.ts';

const rules: LeadRules = { default_country: 'IT', required: [] };

test('a second field for the name stands behind the first, a second phone takes the place of the first', () => {
  const name = { field: 'full_name' } as const;
  const both = withPath(withPath(rules, name, 'nome'), name, '["Cognome *"]');
  expect(both.mapping).toEqual({ full_name: '{{ nome }} {{ ["Cognome *"] }}' });
  const phone = { field: 'phone' } as const;
  expect(withPath(withPath(rules, phone, 'tel'), phone, 'mobile').mapping).toEqual({ phone: 'mobile' });
});

test('a mapping that says nothing any more is left out', () => {
  const mapped = withPath(withPath(rules, { extra: 'citta' }, 'city'), { field: 'email' }, 'mail');
  expect(mapped.mapping).toEqual({ email: 'mail', extra_fields: { citta: 'city' } });
  const less = withExpression(mapped, { extra: 'citta' }, undefined);
  expect(less.mapping).toEqual({ email: 'mail' });
  expect(withExpression(less, { field: 'email' }, undefined)).toEqual(rules);
});

test.each([
  ['city', ['city'], 'city'],
  ['answers[0].value', ['answers', '0', 'value'], 'value'],
  ['lead["E-mail *"]', ['lead', 'E-mail *'], 'E-mail *'],
  ['["a.b"][2]', ['a.b', '2'], 'a.b'],
  [`['say "hi"']`, ['say "hi"'], 'say "hi"'],
])('the path %s has the parts %j and is kept as %s', (path, parts, name) => {
  expect(pathParts(path)).toEqual(parts);
  expect(nameOfPath(path)).toBe(name);
});
