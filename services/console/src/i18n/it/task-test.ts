import type { taskTest as en } from '../en/task-test.ts';
import type { Words } from '../words.ts';

export const taskTest: Words<typeof en> = {
  test: {
    title: 'Lead di prova',
    hint: 'Un lead fa il percorso vero, anche se il task è in pausa. Ciò che i passi inviano parte davvero: usa un indirizzo e un numero tuoi.',
    run: 'Invia un lead di prova',
    own: 'Con un lead a tua scelta',
    ownHint: 'Ciò che lasci vuoto non viene inviato.',
    unsaved: 'Hai modifiche non salvate: la prova esegue la versione salvata.',
    timeline: 'Che cosa succede',
    none: {
      title: 'Ancora nessuna prova',
      text: 'Invia un lead di prova: qui vedi ogni passo mentre succede.',
    },
    waiting: 'L’esecuzione sta partendo …',
    again: 'L’esecuzione è finita {{time}} dopo il lead.',
  },
  history: {
    revision: 'Revisione {{revision}}',
    now: 'In uso',
    changes: 'Mostra le modifiche',
    hide: 'Nascondi',
    first: 'La prima versione.',
    diffLabel: 'Modifiche della revisione {{revision}}',
    unchanged: '$ righe senza modifiche',
    restoreOf: 'Ripristina la revisione {{revision}}',
    restore: 'Ripristina',
    restored: 'La revisione {{revision}} è di nuovo in uso, come nuova revisione.',
    same: 'Il task è già quello della revisione {{revision}}.',
    nothing: 'Nulla di ciò che si vede qui è diverso dalla revisione precedente.',
  },
};
