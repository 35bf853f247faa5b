import { expect, test } from 'vitest';
import { readAddress, readList } from './read-list.ts';

test('a list has one person a line, by phone, e-mail or both, and its heading is nobody', () => {
  const list = 'name;phone;email\r\nAnna;"333 123 4567";anna@example.it\n\n+39 02 1234567\nmario@example.it';
  expect(readList(list)).toEqual([
    { line: 2, person: { phone: '333 123 4567', email: 'anna@example.it' } },
    { line: 4, person: { phone: '+39 02 1234567' } },
    { line: 5, person: { email: 'mario@example.it' } },
  ]);
});

test('what is typed is an e-mail where it has an @, and else a phone', () => {
  expect(readAddress(' anna@example.it ')).toEqual({ email: 'anna@example.it' });
  expect(readAddress('333 123 4567')).toEqual({ phone: '333 123 4567' });
});
