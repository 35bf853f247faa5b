import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault(randomBytes(32));

test('a sealed secret opens under its context, and its text is not in what is stored', () => {
  const sealed = vault.seal('whsec_hello', 'task_1');
  expect(sealed).not.toContain('hello');
  expect(vault.open(sealed, 'task_1')).toBe('whsec_hello');
});

test('the same secret is sealed differently each time', () => {
  expect(vault.seal('a', 'x')).not.toBe(vault.seal('a', 'x'));
});

test('another context, another key or a changed text does not open', () => {
  const sealed = vault.seal('secret', 'task_1');
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  expect(() => vault.open(sealed, 'task_2')).toThrow('belongs to something else');
  expect(() => vault.open(changed, 'task_1')).toThrow('was changed');
  expect(() => createVault(randomBytes(32)).open(sealed, 'task_1')).toThrow('another TASKHOOK_SECRET_KEY');
});
