import { expect, test } from 'vitest';
import { foundValues, otherValues } from './reading.ts';

const reading = {
  fields: [
    { path: 'nome', value: 'Giulia' },
    { path: 'cognome', value: 'Bianchi' },
    { path: 'tel', value: 12 },
    { path: 'corso', value: 'Marketing' },
  ],
  detected: {
    full_name: { paths: ['nome', 'cognome'], reason: '' },
    phone: { paths: ['tel'], reason: '' },
    email: { paths: [], reason: '' },
  },
};

test('what was found stands ready to be put right, and the rest goes along', () => {
  expect(foundValues(reading)).toEqual({ full_name: 'Giulia Bianchi', phone: '12', email: '' });
  expect(otherValues(reading)).toEqual({ corso: 'Marketing' });
});
