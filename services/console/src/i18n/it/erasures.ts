import type { erasures as en } from '../en/erasures.ts';
import type { Words } from '../words.ts';

export const erasures: Words<typeof en> = {
  title: 'Cancella una persona',
  subtitle: 'Elimina ciò che Taskhook conserva di qualcuno, in tutti i task.',
  who: {
    title: 'Chi è?',
    hint: 'Indica tutto ciò che sai: dal telefono non si risale all’e-mail, né viceversa.',
    phone: 'Telefono',
    email: 'E-mail',
    country: 'Paese',
    countryHint: 'Per un numero di telefono senza prefisso internazionale.',
    empty: 'Scrivi un numero di telefono o un indirizzo e-mail.',
  },
  nobody: {
    title: 'Questa esecuzione non contiene nessuno',
    text: 'Il suo lead è già stato cancellato, oppure deve ancora arrivare. Con il telefono o l’e-mail la persona si può cancellare lo stesso.',
  },
  goes: {
    title: 'Che cosa viene cancellato',
    runs: 'In ogni esecuzione della persona: il lead, i messaggi, le risposte e ciò che hanno detto i destinatari. Le esecuzioni ancora aperte vengono annullate.',
    queues: 'Ciò che aspetta di partire nelle code.',
    quarantine:
      'Le richieste in quarantena che nominano la persona, per intero: anche gli altri nella stessa richiesta.',
    samples: 'I campioni dei task che nominano la persona.',
    late: 'I lead ricevuti prima che arrivano solo più tardi.',
    disk: 'Ciò che i database ne conservano ancora nei loro file, dove lo permettono.',
  },
  kept: {
    title: 'Che cosa resta',
    runs: 'Di ogni esecuzione il task, gli stati e gli orari, senza nulla della persona.',
    suppressions: 'Le esclusioni: hash con chiave, così nessuno le scrive di nuovo.',
    requests:
      'Hash con chiave delle richieste, fino a 3 giorni, così una richiesta ripetuta non riporta nulla.',
    erased: 'Il fatto che i recapiti sono stati cancellati: hash con chiave, per 30 giorni e nel rapporto.',
    figures: 'Le statistiche: numeri per task e per ora.',
  },
  notReached: {
    title: 'A che cosa devi pensare tu',
    backups: 'Le copie di MongoDB e Redis, e i file delle repliche finché non vengono riscritti.',
    receivers: 'Ciò che è stato inviato a destinatari, server di posta e provider.',
    otherwise: 'Le richieste che nominano la persona solo con qualcosa di diverso da telefono ed e-mail.',
    written: 'Ciò che è stato scritto nei task, nelle connessioni e nelle note.',
  },
  later:
    'Un lead che la persona invia in seguito è nuovo. Per essere sicuro che nessuno le scriva, escludi anche i suoi recapiti.',
  confirm: {
    title: 'Non si può annullare',
    text: 'Ciò che viene cancellato è perso per sempre: Taskhook non ne conserva copie.',
    word: 'cancella',
    label: 'Scrivi «{{word}}» per confermare',
    wrong: 'Non è la parola giusta.',
    submit: 'Cancella per sempre',
  },
  report: {
    title: 'Rapporto di una cancellazione',
    subtitle: 'Conserva l’indirizzo di questa pagina come prova: non nomina nessuno.',
    running: 'In corso',
    done: 'Conclusa',
    found: 'Che cosa è stato trovato e cancellato',
    all: 'Tutto è stato cancellato.',
    copy: 'Copia l’id della cancellazione',
    of: '{{found}} su {{lookedAt}} esaminati',
    runs: 'Esecuzioni sovrascritte',
    cancelled: 'Esecuzioni aperte annullate',
    jobs: 'Messaggi in attesa eliminati',
    quarantine: 'Richieste in quarantena sovrascritte',
    samples: 'Campioni eliminati',
    keys: 'Tracce in Redis eliminate',
    redisDisk: 'File di Redis',
    mongodbDisk: 'File di MongoDB',
  },
  phases: {
    run_log: 'Registro ciò che era stato comunicato prima …',
    runs: 'Cancello nelle esecuzioni …',
    jobs: 'Cancello nelle code …',
    quarantine: 'Cancello nella quarantena …',
    samples: 'Cancello nei campioni …',
    late: 'Aspetto ciò che era in corso …',
    disk: 'Faccio riscrivere i file …',
  },
  disk: {
    pending: 'ancora da fare',
    written_anew: 'riscritti',
    nothing_kept: 'non vi resta nulla',
    left_to_the_server: 'lasciati al server, che col tempo li sovrascrive da solo',
  },
};
