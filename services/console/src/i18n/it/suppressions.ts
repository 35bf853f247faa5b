import type { suppressions as en } from '../en/suppressions.ts';
import type { Words } from '../words.ts';

export const suppressions: Words<typeof en> = {
  title: 'Esclusioni',
  subtitle: 'Persone a cui non si deve scrivere.',
};
