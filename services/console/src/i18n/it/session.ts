import type { session as en } from '../en/session.ts';
import type { Words } from '../words.ts';

export const session: Words<typeof en> = {
  title: 'Accedi',
  lead: 'Collega una fonte di lead, scrivi il messaggio, guarda arrivare i lead.',
  key: 'Chiave API',
  keyHint:
    'Comincia con thk_ se l’ha creata Taskhook. Chi gestisce Taskhook la trova in .data/admin-key o in TASKHOOK_ADMIN_KEY.',
  submit: 'Accedi',
  wrongKey: 'Questa chiave non è valida. Controlla di averla copiata per intero, o chiedi quella attuale.',
  emptyKey: 'Incolla qui la tua chiave API.',
  expired: 'La sessione è scaduta o la chiave è stata cambiata. Accedi di nuovo per continuare da dove eri.',
  signedOut: 'Sei uscito.',
  linkUsed:
    'Questo link di accesso è già stato usato o è scaduto. Accedi con la chiave, o crea un nuovo link.',
};
