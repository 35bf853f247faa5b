import type { quarantine as en } from '../en/quarantine.ts';
import type { Words } from '../words.ts';

export const quarantine: Words<typeof en> = {
  title: 'Quarantena',
  subtitle: 'Le richieste che non hanno dato un lead valido, conservate per intero.',
  empty: {
    title: 'Niente in quarantena',
    text: 'Finora ogni richiesta ha dato un lead valido. Quelle che non lo fanno restano qui, da correggere e far ripartire.',
  },
  emptyReplayed: {
    title: 'Ancora niente da mostrare',
    text: 'Le richieste corrette e fatte ripartire compaiono qui, con le esecuzioni che hanno avviato.',
  },
  status: { open: 'Da sistemare', replayed: 'Ripartite', erased: 'Cancellate' },
  filters: {
    status: 'Stato',
    task: 'Task',
    anyTask: 'Tutti i task',
    clearTask: 'Di nuovo tutti i task',
  },
  list: {
    why: 'Perché non ha dato un lead',
    task: 'Task',
    received: 'Ricevuta',
    taskGone: 'Task eliminato',
    chooseAll: 'Seleziona tutte',
    choose: 'Seleziona la richiesta del {{time}}',
    others_one: 'e {{count}} altro problema',
    others_other: 'e altri {{count}} problemi',
    replay_one: 'Fai ripartire {{count}} richiesta',
    replay_other: 'Fai ripartire {{count}} richieste',
  },
  fields: {
    full_name: 'Nome e cognome',
    phone: 'Telefono',
    email: 'E-mail',
    ofLead: '{{field}} del lead {{n}}',
  },
  causes: {
    required: 'non è stato trovato nella richiesta',
    phone: 'non è un numero raggiungibile; scrivilo con il prefisso del paese, per esempio +39',
    email: 'non è un indirizzo e-mail',
  },
  codes: {
    malformed_body: 'Non è stato possibile leggere il contenuto: non è ben formato.',
    unsupported_media_type: 'Taskhook non legge contenuti di questo tipo.',
    invalid_lead: 'La richiesta è leggibile, ma ciò che serve al task manca o non è valido.',
    connection_missing: 'Il lead va chiesto al provider e il task non ha una connessione per farlo.',
  },
  entry: {
    title: 'Richiesta senza lead',
    why: 'Perché non ha dato un lead',
    request: 'Che cosa è arrivato',
    headers: 'Intestazioni, senza credenziali',
    notText: 'Questi byte non sono testo UTF-8: alcune lettere potrebbero apparire sbagliate.',
    emptyBody: '(nessun contenuto)',
    started: 'Ripartita',
    startedNone: 'Il task ha ignorato il contenuto, quindi non è partita nessuna esecuzione.',
    seeRun: 'Vedi l’esecuzione che ha avviato',
  },
  mend: {
    title: 'Sistemala',
    hint: 'Riparte con il task com’è ora.',
    ways: { lead: 'Correggi il lead', mapping: 'Mappa nel task', body: 'Modifica tutto' },
    about: {
      lead: 'Ciò che è stato trovato è già compilato. Correggilo per questo solo lead.',
      mapping:
        'Indica dove il task trova ogni campo. Resta salvato nel task e vale per tutti i prossimi lead.',
      body: 'Modifica il contenuto così com’è arrivato e fallo leggere di nuovo.',
    },
    automatic: 'Trovato da solo',
    body: 'Contenuto',
    replay: 'Fai ripartire',
    saveAndReplay: 'Salva e fai ripartire',
    asItCame: 'Fai ripartire così com’è',
  },
  done: {
    accepted: 'Ha dato un lead e l’esecuzione è cominciata.',
    held: 'Ha dato un lead. L’esecuzione aspetta finché il task è in pausa.',
    duplicate: 'La persona ha già un’esecuzione di questo task; non ne è partita un’altra.',
    ignored: 'Il task ignora questi lead; non è partita nessuna esecuzione.',
    replayedMany_one: '{{count}} richiesta è ripartita.',
    replayedMany_other: '{{count}} richieste sono ripartite.',
    failedMany_one: '{{count}} richiesta non dà ancora un lead',
    failedMany_other: '{{count}} richieste non danno ancora un lead',
    failedAdvice: 'Aprine una per vedere il motivo e mappa i campi nel task; poi fai ripartire le altre.',
  },
};
