import type { ui as en } from '../en/ui.ts';
import type { Words } from '../words.ts';

export const ui: Words<typeof en> = {
  copy: 'Copia',
  copied: 'Copiato',
  copyFailed: 'Il browser non ha permesso la copia. Seleziona il testo e copialo a mano.',
  undo: 'Annulla',
  close: 'Chiudi',
  retry: 'Riprova',
  more: 'Mostra altro',
  actions: 'Altre azioni',
};
