import type { tasks as en } from '../en/tasks.ts';
import type { Words } from '../words.ts';

export const tasks: Words<typeof en> = {
  title: 'Task',
  subtitle: 'Ogni task ha un solo indirizzo. Qualunque lead arrivi lì lo fa partire.',
  new: 'Nuovo task',
  list: {
    name: 'Nome',
    state: 'Stato',
    today: 'Lead di oggi',
    success: 'Riusciti',
    day: 'Ultime 24 ore',
    changed: 'Modificato',
    empty: {
      title: 'Ancora nessun task',
      text: 'Un task riceve i lead da un modulo, da un’inserzione o da un altro strumento e avvia la conversazione. Il primo si crea in due minuti.',
    },
    noneFinished: 'nessuno ancora concluso',
    sparkline: '{{total}} lead nelle ultime 24 ore, {{peak}} nell’ora più intensa',
  },
  sources: {
    auto: 'Riconosciuta da sola',
    generic: 'Qualsiasi mittente',
    form: 'Modulo web',
    test: 'Una prova',
  },
  status: { active: 'Attivo', paused: 'In pausa' },
  actions: {
    menu: 'Azioni per {{name}}',
    pause: 'Metti in pausa',
    resume: 'Riprendi',
    duplicate: 'Duplica',
    delete: 'Elimina',
  },
  done: {
    paused: '«{{name}}» è in pausa. I nuovi lead vengono conservati e partiranno quando lo riprendi.',
    resumed: '«{{name}}» è di nuovo attivo. I lead in attesa stanno partendo.',
    duplicated: '«{{name}}» è pronto, con un indirizzo tutto suo.',
    deleted:
      '«{{name}}» sta per essere eliminato. Il suo indirizzo smette di funzionare e le esecuzioni non ancora iniziate vengono annullate.',
  },
  create: {
    title: 'Nuovo task',
    subtitle: 'Da dove arrivano i tuoi lead? Potrai cambiare tutto in seguito.',
    start: 'Punto di partenza',
    name: 'Nome',
    nameHint: 'Serve a te: nessun altro lo legge.',
    nameEmpty: 'Dai un nome al task.',
    country: 'Paese dei numeri di telefono',
    countryHint: 'Per i numeri che arrivano senza prefisso, come +39.',
    message: 'Primo messaggio',
    messageHint:
      'I campi vanno tra doppie graffe. Per ora non parte nulla: il messaggio si vede solo nell’esecuzione, finché non scegli un canale.',
    messageEmpty: 'Scrivi il primo messaggio.',
    submit: 'Crea il task',
    preview: 'Come lo legge Giulia',
    previewBroken: 'Così non si può leggere: {{reason}}',
  },
  starts: {
    form: {
      name: 'Modulo web',
      text: 'Un modulo del tuo sito, o il suo plugin',
      task: 'Lead dal sito',
    },
    meta: {
      name: 'Facebook Lead Ads',
      text: 'Moduli interattivi su Facebook e Instagram',
      task: 'Lead da Facebook',
    },
    zapier: {
      name: 'Zapier',
      text: 'Uno Zap che finisce con «Webhooks by Zapier»',
      task: 'Lead da Zapier',
    },
    make: {
      name: 'Make',
      text: 'Uno scenario con un modulo HTTP',
      task: 'Lead da Make',
    },
    n8n: {
      name: 'n8n',
      text: 'Un workflow con un nodo HTTP Request',
      task: 'Lead da n8n',
    },
    pabbly: {
      name: 'Pabbly',
      text: 'Un workflow di Pabbly Connect con un passo API',
      task: 'Lead da Pabbly',
    },
    hubspot: {
      name: 'HubSpot',
      text: 'Un workflow che invia un webhook',
      task: 'Lead da HubSpot',
    },
    gohighlevel: {
      name: 'GoHighLevel',
      text: 'Un workflow con un’azione webhook',
      task: 'Lead da GoHighLevel',
    },
    blank: {
      name: 'Qualsiasi altro',
      text: 'Il mittente viene riconosciuto da solo',
      task: 'Nuovi lead',
    },
  },
  firstMessage: {
    form: 'Ciao {{first_name}}, grazie per averci scritto. Quando possiamo chiamarti?',
    ad: 'Ciao {{first_name}}, hai chiesto informazioni sulla nostra offerta. Ti mando qui i dettagli?',
    other: 'Ciao {{first_name}}, grazie per l’interesse. Come possiamo aiutarti?',
  },
  page: {
    tabs: {
      label: 'Passi per preparare il task',
      connect: 'Collega',
      map: 'Campi',
      message: 'Messaggio',
      test: 'Prova',
      history: 'Cronologia',
    },
    revision: 'Revisione {{revision}}',
    pausedNote: 'In pausa: i nuovi lead vengono conservati e partiranno quando riprendi il task.',
  },
};
