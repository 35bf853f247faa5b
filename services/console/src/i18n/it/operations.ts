import type { operations as en } from '../en/operations.ts';
import type { Words } from '../words.ts';

export const operations: Words<typeof en> = {
  title: 'Sistema',
  subtitle: 'Come sta andando l’installazione.',
};
