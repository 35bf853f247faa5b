import type { missing as en } from '../en/missing.ts';
import type { Words } from '../words.ts';

export const missing: Words<typeof en> = {
  page: {
    title: 'Qui non c’è nulla',
    text: 'L’indirizzo potrebbe essere sbagliato, o ciò che mostrava non esiste più. Tutto il resto è a posto.',
    back: 'Vai ai task',
  },
  task: {
    title: 'Questo task non esiste',
    text: 'L’indirizzo potrebbe essere sbagliato, o il task è stato eliminato. Le sue esecuzioni si vedono ancora.',
    back: 'Vai ai task',
  },
  run: {
    title: 'Questa esecuzione non esiste',
    text: 'L’indirizzo potrebbe essere sbagliato, o l’esecuzione è stata eliminata alla scadenza. Una appena iniziata si trova tra un momento.',
    back: 'Vai alle esecuzioni',
  },
  entry: {
    title: 'Questa richiesta in quarantena non esiste',
    text: 'L’indirizzo potrebbe essere sbagliato, o la richiesta è stata eliminata alla scadenza.',
    back: 'Vai alla quarantena',
  },
  erasure: {
    title: 'Questa cancellazione non esiste',
    text: 'L’indirizzo potrebbe essere sbagliato: confrontalo con quello che hai conservato.',
    back: 'Cancella una persona',
  },
  connection: {
    title: 'Questa connessione non esiste',
    text: 'L’indirizzo potrebbe essere sbagliato, o la connessione è stata rimossa.',
    back: 'Vai alle connessioni',
  },
};
