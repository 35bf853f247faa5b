import type { suppressions as en } from '../en/suppressions.ts';
import type { Words } from '../words.ts';

export const suppressions: Words<typeof en> = {
  title: 'Esclusioni',
  subtitle:
    'Persone a cui nessun task scrive. Si conservano solo gli hash, mai numeri o indirizzi: nessuno può leggere l’elenco.',
  erase: 'Cancella una persona…',
  lookup: {
    title: 'Si può scrivere a questa persona?',
    hint: 'Ciò che scrivi viene confrontato tramite il suo hash e non viene conservato.',
    submit: 'Cerca',
    none: 'Non è tra le esclusioni',
    noneText: 'I task possono scrivere a questo recapito.',
  },
  address: {
    label: 'Telefono o e-mail',
    empty: 'Inserisci un numero di telefono o un indirizzo e-mail.',
    country: 'Paese',
    countryHint: 'Per i numeri di telefono senza prefisso internazionale.',
  },
  add: {
    open: 'Aggiungi',
    title: 'Non scrivere più a una persona',
    addressHint: 'Vale da subito, anche per i messaggi che aspettano di partire.',
    note: 'Nota',
    noteHint: 'Per i colleghi. Non scrivere nulla che riveli chi è.',
    submit: 'Escludi',
    done: 'Fatto: nessun task scriverà più a questo recapito.',
  },
  import: {
    open: 'Importa un elenco',
    title: 'Escludi un elenco di persone',
    file: 'Scegli un file CSV o di testo',
    list: 'Elenco',
    listHint:
      'Una persona per riga: telefono, e-mail o entrambi, separati da virgola o punto e virgola. Le altre colonne vengono ignorate.',
    submit_one: 'Escludi {{count}} persona',
    submit_other: 'Escludi {{count}} persone',
    done_one: '{{count}} recapito escluso',
    done_other: '{{count}} recapiti esclusi',
    doneText: 'Importare di nuovo lo stesso elenco non crea problemi.',
    invalid_one: '{{count}} recapito non leggibile',
    invalid_other: '{{count}} recapiti non leggibili',
    unread: {
      phone: 'Riga {{line}}: il numero di telefono non è valido',
      email: 'Riga {{line}}: l’indirizzo e-mail non è valido',
    },
    andMore: 'Ce ne sono altri. Correggi questi e importa di nuovo l’elenco.',
  },
  list: {
    address: 'Recapito',
    reason: 'Motivo',
    origin: 'Inserito da',
    since: 'Dal',
    remove: 'Rimuovi',
    removeOne: 'Rimuovi {{hash}}',
  },
  kind: { phone: 'Telefono', email: 'E-mail' },
  reason: {
    requested: 'Lo ha chiesto',
    opted_out: 'Ha risposto STOP',
    unsubscribed: 'Si è disiscritto dalle e-mail',
    complained: 'Ha fatto un reclamo',
    bounced: 'Il recapito non esiste',
    other: 'Altro',
  },
  origin: {
    api: 'Un collega o l’API',
    stop_word: 'Una risposta STOP',
    unsubscribe_link: 'Il link in una e-mail',
  },
  lifted: 'A questo recapito si potrà scrivere di nuovo.',
  empty: {
    title: 'Nessuna esclusione',
    text: 'Chi risponde STOP o si disiscrive da una e-mail arriva qui da solo. Aggiungi chi te lo ha detto in un altro modo, oppure importa l’elenco dello strumento che usavi prima.',
  },
};
