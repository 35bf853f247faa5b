import { FORM, lead, urlencoded, type Sample } from './sample.ts';

export const relaysSamples: Sample[] = [
  {
    source: 'pabbly',
    title: 'answers under numbered keys, with an answer that stands there only once',
    body: {
      id: '77',
      field_data_0_name: 'full_name',
      field_data_0_values_0: 'Ravi Rao',
      field_data_1_name: 'phone_number',
      field_data_1_values_0: '+919876543210',
      field_data_2_name: 'email',
      field_data_2_values_0: 'ravi@example.in',
      field_data_3_name: 'city',
      field_data_3_values_0: 'Pune',
      raw__budget: '10k',
    },
    country: 'IN',
    expect: lead({
      full_name: 'Ravi Rao',
      phone: '+919876543210',
      email: 'ravi@example.in',
      extra: ['Pune', '10k'],
      eventId: '77',
    }),
  },
  {
    source: 'zapier',
    title: 'a list of two leads',
    headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Zapier' },
    body: [
      { nome: 'Leo', cognome: 'Blu', cellulare: '333 1234567', mail: 'leo@example.it' },
      { nome: 'Eva', cognome: 'Blu', cellulare: '333 1234568', mail: 'eva@example.it' },
    ],
    country: 'IT',
    expect: {
      type: 'leads',
      leads: [
        { full_name: 'Leo Blu', phone: '+393331234567', email: 'leo@example.it' },
        { full_name: 'Eva Blu', phone: '+393331234568', email: 'eva@example.it' },
      ],
    },
  },
  {
    source: 'make',
    title: 'a form body of the module',
    headers: { ...FORM, 'user-agent': 'Make/production' },
    body: urlencoded({
      vorname: 'Max',
      nachname: 'Huber',
      telefon: '0664 1234567',
      'e-mail': 'max@example.at',
      thema: 'Solar',
    }),
    country: 'AT',
    expect: lead({
      full_name: 'Max Huber',
      phone: '+436641234567',
      email: 'max@example.at',
      extra: ['Solar'],
    }),
  },
  {
    source: 'n8n',
    title: 'the labels of a form in French',
    headers: { 'content-type': 'application/json', 'user-agent': 'n8n' },
    body: {
      prenom: 'Zoé',
      nom: 'Lefèvre',
      courriel: 'zoe@example.fr',
      'téléphone portable': '06 12 34 56 78',
      ville: 'Lyon',
    },
    country: 'FR',
    expect: lead({
      full_name: 'Zoé Lefèvre',
      phone: '+33612345678',
      email: 'zoe@example.fr',
      extra: ['Lyon'],
    }),
  },
  {
    source: 'privyr',
    title: 'a lead that was passed on',
    headers: { 'content-type': 'application/json', 'user-agent': 'Privyr/1.0' },
    body: {
      id: 'lead-1',
      display_name: 'Amy Tan',
      name: 'Amy Tan',
      email: 'amy@example.sg',
      phone: '+6581234567',
      source: 'Facebook',
      other_fields: { Budget: '1M' },
    },
    country: 'SG',
    expect: lead({
      full_name: 'Amy Tan',
      phone: '+6581234567',
      email: 'amy@example.sg',
      extra: ['1M', 'Facebook'],
    }),
  },
  {
    source: 'google-sheets',
    title: 'a row that a script posts',
    headers: {
      'content-type': 'application/json',
      'user-agent':
        'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: x)',
    },
    body: { Nome: 'Ivo Rossi', Cellulare: '333 1234567', Mail: 'ivo@example.it', Riga: 12 },
    country: 'IT',
    expect: lead({ full_name: 'Ivo Rossi', phone: '+393331234567', email: 'ivo@example.it', extra: [12] }),
  },
];
