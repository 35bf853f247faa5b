import type { app as en } from '../en/app.ts';
import type { Words } from '../words.ts';

export const app: Words<typeof en> = {
  name: 'Taskhook',
  skip: 'Vai al contenuto',
  nav: {
    label: 'Principale',
    open: 'Apri il menu',
    close: 'Chiudi il menu',
    tasks: 'Task',
    runs: 'Esecuzioni',
    quarantine: 'Quarantena',
    operations: 'Sistema',
    connections: 'Connessioni',
    suppressions: 'Esclusioni',
    reference: 'Documentazione API',
  },
  preferences: {
    label: 'Preferenze',
    language: 'Lingua',
    colors: 'Colori',
    auto: 'Come il sistema',
    light: 'Chiari',
    dark: 'Scuri',
    signOut: 'Esci',
  },
  loading: 'Caricamento…',
  notices: 'Che cosa richiede attenzione',
  crash: {
    title: 'Questa pagina si è bloccata',
    text: 'I tuoi dati sono al sicuro: il problema riguarda solo la pagina. Riprova; se succede di nuovo, ricarica la console.',
    retry: 'Riprova',
    reload: 'Ricarica la console',
    detail: 'Per chi deve capire che cosa è successo',
  },
  updated: {
    title: 'La console è stata aggiornata',
    text: 'Questa pagina appartiene a una versione precedente. Ricaricala per continuare.',
  },
};
