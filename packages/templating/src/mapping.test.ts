import { expect, test } from 'vitest';
import { compileMapping, createTemplateEngine } from './index.ts';

const engine = createTemplateEngine();

test('a mapping reads the keys of the body and keeps the types of expressions', () => {
  const map = compileMapping(engine, {
    full_name: '{{ nome }} {{ ["Cog nome"] }}',
    phone: 'tel',
    extra_fields: { eta: 'answers.age | plus: 0', tags: 'tags', all: '{{ body.nome }}', gone: 'nowhere' },
  });
  expect(map({ nome: 'Mario', 'Cog nome': 'Rossi', tel: 333, answers: { age: '42' }, tags: ['a'] })).toEqual({
    full_name: 'Mario Rossi',
    phone: 333,
    extra_fields: { eta: 42, tags: ['a'], all: 'Mario' },
  });
});

test('a body with a key named body has that key', () => {
  const map = compileMapping(engine, { full_name: 'body' });
  expect(map({ body: 'own' })).toEqual({ full_name: 'own' });
  expect(map(['Mario'])).toEqual({ full_name: ['Mario'] });
});

test('keys such as __proto__ are keys like any other', () => {
  const map = compileMapping(engine, {
    extra_fields: JSON.parse('{"__proto__":"a"}') as Record<string, string>,
  });
  const { extra_fields = {} } = map(JSON.parse('{"a":1,"__proto__":{"a":2}}'));
  expect(Object.entries(extra_fields)).toEqual([['__proto__', 1]]);
  expect(Object.getPrototypeOf(extra_fields)).toBe(Object.prototype);
});

test('a mapping that fails names its field', () => {
  const map = compileMapping(engine, { extra_fields: { when: '0 | date: "%Y", zone' } });
  expect(() => map({ zone: 'Nowhere' })).toThrow(/^extra_fields\.when cannot be rendered/);
});
