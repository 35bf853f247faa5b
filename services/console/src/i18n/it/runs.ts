import type { runs as en } from '../en/runs.ts';
import type { Words } from '../words.ts';

export const runs: Words<typeof en> = {
  title: 'Esecuzioni',
  subtitle: 'Che cosa è successo a ogni lead.',
  empty: {
    title: 'Ancora nessuna esecuzione',
    text: 'Un’esecuzione comincia quando arriva un lead. Invia un lead all’indirizzo di un task e comparirà qui.',
  },
};
