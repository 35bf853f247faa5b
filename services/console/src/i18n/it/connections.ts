import type { connections as en } from '../en/connections.ts';
import type { Words } from '../words.ts';

export const connections: Words<typeof en> = {
  title: 'Connessioni',
  subtitle: 'Gli account con cui si inviano i messaggi e si recuperano i lead.',
  new: 'Nuova connessione',
  list: {
    name: 'Nome',
    health: 'Stato',
    changed: 'Modificata',
    empty: {
      title: 'Ancora nessuna connessione',
      text: 'Un task ha bisogno di una connessione per scrivere via WhatsApp, SMS o e-mail, o per recuperare i lead da un account. Inserisci qui le credenziali una volta sola e usale in tutti i task.',
    },
  },
  health: {
    closed: 'Funziona',
    open: 'Non funziona',
    half_open: 'In prova',
    fetches: 'Recupera i lead',
  },
  create: {
    title: 'Nuova connessione',
    subtitle: 'Scegli il servizio e inserisci le credenziali. Vengono cifrate e non si vedono più.',
    provider: 'Servizio',
    submit: 'Crea la connessione',
    done: '{{name}} è pronta. Provala subito.',
  },
  page: {
    settings: 'Impostazioni e credenziali',
    settingsHint:
      'Le modifiche valgono dal prossimo messaggio. Per cambiare una credenziale scrivi quella nuova; un campo vuoto lascia quella che c’è.',
    save: 'Salva',
    saved: 'Salvato. Vale dal prossimo messaggio.',
  },
  test: {
    title: 'Prova',
    hint: 'Chiede al servizio se accetta le credenziali. Nessuno riceve nulla.',
    run: 'Prova la connessione',
    works: 'Funziona',
    fails: 'Non funziona',
  },
  down: {
    title: 'I messaggi aspettano: gli ultimi tentativi sono falliti',
    text: 'Prova la connessione qui sotto e correggi le impostazioni o le credenziali. I messaggi in attesa partono da soli appena funziona.',
    failures_one: '{{count}} tentativo fallito',
    failures_other: '{{count}} tentativi falliti',
    since: 'dal {{time}}',
    error: 'ultimo errore: {{code}}',
    probe: 'nuovo tentativo {{time}}',
    reset: 'Riprova adesso',
    done: 'Il prossimo messaggio parte subito.',
  },
  inbound: {
    title: 'Conferme e risposte',
    hint: 'Inserisci questo indirizzo presso il fornitore: così comunica quando un messaggio è arrivato e che cosa rispondono le persone.',
    url: 'Indirizzo',
    token: 'Token di verifica',
    copy: 'Copia: {{label}}',
  },
  users: {
    title: 'Dove si usa',
    none: 'Nessun task usa questa connessione.',
    some: 'La usano questi task. Si può eliminare quando nessuno la usa più: scegli prima un’altra connessione lì.',
    remove: 'Elimina la connessione',
    removed: '{{name}} è stata eliminata.',
  },
  form: {
    name: 'Nome',
    nameHint: 'Con cui la ritrovi in un task.',
    rare: 'Altre impostazioni',
    required: 'Questo campo serve.',
    unreadable: 'Non si riesce a leggere. Confrontalo con l’esempio qui sopra.',
    kept: 'Resta com’è, se non scrivi qui.',
    show: 'Mostra ciò che scrivi: {{label}}',
  },
  said: {
    giveAgain: 'Inseriscila di nuovo: non viene mandata a un indirizzo nuovo.',
    passwordToo: 'Con il nome utente serve la password.',
    usernameToo: 'Con la password serve il nome utente.',
    blanks: 'Contiene uno spazio o un carattere speciale. Copiala di nuovo.',
    oneSender: 'Compila il mittente oppure il servizio di messaggistica, non entrambi.',
    pem: 'Incolla una chiave RSA o Ed25519 in PEM senza passphrase, con la prima e l’ultima riga.',
    header: 'Questa intestazione non si può impostare.',
    gatewayHost: 'Comincia con https:// e il nome del gateway, senza segnaposto.',
  },
  choices: {
    starttls: 'STARTTLS (di solito con la porta 587)',
    tls: 'TLS dal primo byte (porta 465)',
    none: 'Nessuna (solo nella tua rete)',
    '1s': 'un secondo',
    '1m': 'un minuto',
    '1h': 'un’ora',
    '24h': 'un giorno',
  },
  providers: {
    whatsapp: {
      name: 'WhatsApp Business',
      text: 'Messaggi con la Cloud API di Meta.',
      guide: 'Trovi tutto in developers.facebook.com: Le mie app, la tua app, WhatsApp, Configurazione API.',
    },
    smtp: {
      name: 'E-mail (SMTP)',
      text: 'E-mail con il tuo server di posta.',
      guide:
        'Il tuo fornitore le chiama impostazioni della posta in uscita (SMTP). Gmail e Outlook vogliono una password per le app al posto della tua.',
    },
    twilio: {
      name: 'Twilio',
      text: 'SMS con un account Twilio.',
      guide: 'Account SID e auth token sono nella prima pagina di console.twilio.com.',
    },
    'sms-http': {
      name: 'Gateway SMS',
      text: 'SMS con qualsiasi fornitore che abbia un’API HTTP.',
      guide:
        'Prendi dalla documentazione del fornitore la richiesta per inviare un SMS e metti tra doppie graffe i valori: to, text, id e i tuoi segreti.',
    },
    meta: {
      name: 'Facebook Lead Ads',
      text: 'Recupera i lead dei moduli di una pagina.',
      guide: 'Con il token della pagina Taskhook legge un lead quando Facebook ne segnala uno.',
    },
    linkedin: {
      name: 'LinkedIn',
      text: 'Recupera i lead dei Lead Gen Forms.',
      guide: 'La tua app deve avere la Lead Sync API, che LinkedIn concede su richiesta.',
    },
    hubspot: {
      name: 'HubSpot',
      text: 'Recupera i contatti di un account HubSpot.',
      guide: 'Un’app privata del tuo account dà un token che non scade.',
    },
    zoho: {
      name: 'Zoho CRM',
      text: 'Recupera i lead di Zoho CRM.',
      guide: 'L’account del token deve poter leggere i lead.',
    },
  },
  fields: {
    metaToken: {
      label: 'Token di accesso della pagina',
      hint: 'business.facebook.com: Impostazioni, Utenti di sistema, Genera token, con leads_retrieval e pages_manage_metadata.',
    },
    linkedinToken: {
      label: 'Token di accesso',
      hint: 'linkedin.com/developers: la tua app, Auth, OAuth token tools, con r_marketing_leadgen_automation.',
    },
    hubspotToken: {
      label: 'Token dell’app privata',
      hint: 'HubSpot: Impostazioni, Integrazioni, App private, con crm.objects.contacts.read. Comincia con pat-.',
    },
    zohoToken: {
      label: 'Token di accesso',
      hint: 'api-console.zoho.eu, con lo scope ZohoCRM.modules.leads.READ.',
    },
    baseUrl: {
      label: 'Indirizzo dell’API',
      hint: 'Solo se non è quello solito, per esempio https://www.zohoapis.eu.',
    },
    host: { label: 'Server di posta', hint: 'Per esempio smtp.example.com.' },
    port: { label: 'Porta', hint: '587 con STARTTLS, 465 con TLS.' },
    security: { label: 'Cifratura', hint: 'Quella indicata dal fornitore; STARTTLS se non dice nulla.' },
    username: { label: 'Nome utente', hint: 'Spesso è l’indirizzo e-mail completo.' },
    password: { label: 'Password', hint: 'Quella della casella, o una password per le app.' },
    mailFrom: {
      label: 'Mittente',
      hint: 'Da chi arriva l’e-mail: un indirizzo, o un nome con l’indirizzo: Corso <info@corso.example>',
    },
    replyTo: { label: 'Le risposte vanno a', hint: 'Solo se non al mittente.' },
    dkimDomain: {
      label: 'Dominio DKIM',
      hint: 'Firma ogni e-mail, se non lo fa già il server. È il dominio del mittente.',
    },
    dkimSelector: {
      label: 'Selettore DKIM',
      hint: 'La prima parte del record DNS, prima di ._domainkey.',
    },
    dkimKey: { label: 'Chiave privata DKIM', hint: 'In PEM, da -----BEGIN a END-----.' },
    accountSid: {
      label: 'Account SID',
      hint: 'Comincia con AC, nella prima pagina di console.twilio.com.',
    },
    authToken: { label: 'Auth token', hint: 'Accanto all’Account SID, dietro Show.' },
    smsFrom: {
      label: 'Mittente',
      hint: 'Un numero come +15005550006, o un nome fino a 11 caratteri. Lascialo vuoto con un servizio di messaggistica.',
    },
    messagingService: {
      label: 'SID del servizio di messaggistica',
      hint: 'Comincia con MG; in Twilio sotto Messaging, Services. Al posto del mittente.',
    },
    gatewayUrl: {
      label: 'Indirizzo',
      hint: 'Per esempio https://sms.example/send. I valori al suo interno vogliono | url_encode.',
    },
    method: { label: 'Metodo', hint: 'POST se il fornitore non dice altro.' },
    headers: {
      label: 'Intestazioni',
      hint: 'Una per riga: authorization: Bearer e, tra doppie graffe, secrets.chiave',
    },
    body: {
      label: 'Corpo',
      hint: 'JSON, o un solo testo per un modulo. Può usare to, text, id e secrets.',
    },
    secrets: {
      label: 'Segreti',
      hint: 'Uno per riga: chiave=valore. Nei modelli si scrivono secrets.chiave. Non si vedono più; scrivere qui li sostituisce tutti.',
    },
    statuses: {
      label: 'Risposte che indicano successo',
      hint: 'Per esempio 200, 202. Vuoto: tutte quelle da 200 a 299.',
    },
    phoneNumberId: {
      label: 'ID del numero di telefono',
      hint: 'Il numero lungo sotto il tuo numero in Configurazione API; non il numero di telefono.',
    },
    whatsappToken: {
      label: 'Token di accesso',
      hint: 'Uno che non scade: business.facebook.com, Impostazioni, Utenti di sistema, con whatsapp_business_messaging.',
    },
    appSecret: {
      label: 'Chiave segreta dell’app',
      hint: 'La tua app, Impostazioni dell’app, Di base. Dimostra che conferme e risposte arrivano da Meta.',
    },
    businessAccount: {
      label: 'ID dell’account WhatsApp Business',
      hint: 'Accanto all’ID del numero. Serve a controllare i modelli approvati prima dell’invio.',
    },
    apiVersion: {
      label: 'Versione dell’API',
      hint: 'Per esempio v25.0. Lasciala vuota per quella collaudata.',
    },
    rate: {
      label: 'Al massimo tanti messaggi',
      hint: 'Gli altri aspettano il loro turno. Vuoto: quanti ne accetta il servizio.',
    },
    per: { label: 'In', hint: 'Il tempo a cui si riferisce il numero; un secondo se vuoto.' },
    burst: { label: 'Insieme dopo una pausa', hint: 'Uno se vuoto.' },
  },
};
