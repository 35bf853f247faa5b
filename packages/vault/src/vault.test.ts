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

test('what an older key has sealed opens while it is named, and what is sealed anew has the new key', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)];
  const sealed = createVault(old).seal('secret', 'task_1');
  const rotated = createVault(current, [old]);
  expect(rotated.open(sealed, 'task_1')).toBe('secret');
  const renewed = rotated.seal(rotated.open(sealed, 'task_1'), 'task_1');
  expect(createVault(current).open(renewed, 'task_1')).toBe('secret');
  expect(() => createVault(current).open(sealed, 'task_1')).toThrow('TASKHOOK_OLD_SECRET_KEYS');
});
