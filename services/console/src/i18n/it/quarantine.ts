import type { quarantine as en } from '../en/quarantine.ts';
import type { Words } from '../words.ts';

export const quarantine: Words<typeof en> = {
  title: 'Quarantena',
  subtitle: 'Richieste da cui non è uscito un lead valido, conservate per intero.',
  empty: {
    title: 'Quarantena vuota',
    text: 'Finora ogni richiesta ha dato un lead valido. Quelle che non lo danno restano qui, per essere corrette e rimandate.',
  },
};
