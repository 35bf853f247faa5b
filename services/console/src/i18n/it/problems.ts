import type { problems as en } from '../en/problems.ts';
import type { Words } from '../words.ts';

export const problems: Words<typeof en> = {
  offline: {
    title: 'Il server non è raggiungibile',
    advice:
      'Controlla la connessione, o se Taskhook è in funzione. Ciò che hai scritto non è perso: riprova.',
  },
  unavailable: {
    title: 'Il database al momento non risponde',
    advice:
      'I lead continuano a entrare. Aspetta un momento e riprova; se il problema resta, controlla MongoDB e Redis.',
  },
  unauthorized: {
    title: 'Non hai effettuato l’accesso',
    advice: 'Accedi con la tua chiave API e tornerai a questa pagina.',
  },
  forbidden: {
    title: 'Da qui non è permesso',
    advice:
      'Ricarica la pagina e riprova. Se davanti a Taskhook c’è un proxy, CONSOLE_URL deve contenere il suo indirizzo.',
  },
  not_found: {
    title: 'Non esiste più',
    advice: 'Forse nel frattempo è stato eliminato. Torna all’elenco e cercalo lì.',
  },
  conflict: {
    title: 'Nello stato attuale non si può fare',
    advice: 'Forse qualcuno l’ha modificato nel frattempo. Ricarica per vedere com’è adesso.',
  },
  invalid_request: {
    title: 'Qualcosa non è valido',
    advice: 'Correggi ciò che è segnato e salva di nuovo.',
  },
  invalid_task: {
    title: 'Un modello o un’espressione contiene un errore',
    advice: 'Correggi ciò che è segnato: sono indicate riga e colonna.',
  },
  invalid_lead: {
    title: 'Da qui non esce un lead valido',
    advice: 'Guarda i campi qui sotto e collega o correggi ciò che manca.',
  },
  body_too_large: {
    title: 'È troppo grande',
    advice: 'Invia meno dati alla volta.',
  },
  rate_limited: {
    title: 'Troppi tentativi',
    advice: 'Aspetta un minuto, poi riprova.',
  },
  other: {
    title: 'Non ha funzionato',
    advice: 'Riprova. Se il problema resta, comunica l’id della richiesta a chi gestisce Taskhook.',
  },
  requestId: 'Id della richiesta',
};
