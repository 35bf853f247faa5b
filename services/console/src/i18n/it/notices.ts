import type { notices as en } from '../en/notices.ts';
import type { Words } from '../words.ts';

export const notices: Words<typeof en> = {
  since: 'Iniziato {{time}}',
  more_one: 'Mostrane un altro ({{count}})',
  more_other: 'Mostrane altri {{count}}',
  less: 'Mostra meno',
  toQuarantine: 'Vai alla quarantena',
  toRuns: 'Vai alle esecuzioni',
  toConnections: 'Vai alle connessioni',
  toOperations: 'Vai al sistema',
  other: 'Serve l’intervento di una persona: {{code}}',
  quarantine_open: {
    title_one: '{{count}} lead non leggibile',
    title_other: '{{count}} lead non leggibili',
    advice: 'Correggi la mappatura del task, poi recuperali da lì.',
  },
  outcome_unknown: {
    title_one: '{{count}} messaggio potrebbe non essere arrivato',
    title_other: '{{count}} messaggi potrebbero non essere arrivati',
    advice: 'Controlla presso il fornitore prima di inviare di nuovo.',
  },
  connection_down: {
    title_one: '{{count}} connessione non funziona: {{provider}}',
    title_other: '{{count}} connessioni non funzionano: {{provider}}',
    advice: 'I messaggi aspettano. Prova la connessione e correggi le credenziali: poi partono da soli.',
  },
  worker_missing: {
    title: 'Nessun worker prende i messaggi {{channel}} da {{minutes}} min',
    advice: 'Avvia task-runner, o guarda perché è fermo. Intanto non si perde nulla.',
  },
  queue_stands: {
    title: 'La coda {{channel}} è in ritardo di {{minutes}} min',
    advice: 'Avvia altri worker, o guarda i limiti della connessione.',
  },
  run_log_behind: {
    title_one: '{{count}} passo non è ancora registrato',
    title_other: '{{count}} passi non sono ancora registrati',
    advice: 'I messaggi partono, ma qui li vedi in ritardo. Controlla se MongoDB è lento.',
  },
  ledger_off: {
    title_one: '{{count}} lead accettato non si trova',
    title_other: '{{count}} lead accettati non si trovano',
    advice: 'Avvisa chi gestisce Taskhook e verifica se Redis ha perso dati.',
  },
  spool_in_use: {
    title_one: '{{count}} lead è sul disco di un server',
    title_other: '{{count}} lead sono sul disco di un server',
    advice: 'Redis non riceve. Rimettilo in funzione: poi i lead proseguono da soli. Conserva il disco.',
  },
  durability_low: {
    title: 'Redis tiene i lead solo in memoria',
    advice: 'Imposta appendonly yes in Redis, altrimenti un suo riavvio fa perdere lead accettati.',
  },
};
