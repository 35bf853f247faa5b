import { FORM, lead, urlencoded, type Sample } from './sample.ts';

export const unknownMailingListsSamples: Sample[] = [
  {
    source: 'form',
    title: 'a subscriber of Mailchimp',
    headers: FORM,
    body: urlencoded({
      type: 'subscribe',
      fired_at: '2026-01-01 21:35:57',
      'data[id]': '8a25ff1d98',
      'data[list_id]': 'a6b5da1054',
      'data[email]': 'a@example.com',
      'data[email_type]': 'html',
      'data[ip_opt]': '10.20.10.30',
      'data[web_id]': '3375995',
      'data[merges][EMAIL]': 'a@example.com',
      'data[merges][FNAME]': 'Ann',
      'data[merges][LNAME]': 'Lee',
      'data[merges][PHONE]': '(415) 555-2671',
      'data[merges][ADDRESS][addr1]': '1 Rd',
      'data[merges][BIRTHDAY]': '01/02',
    }),
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a contact of Brevo from a form',
    body: {
      id: 1,
      email: 'l@example.fr',
      event: 'contact_created',
      key: 'k',
      date: 'x',
      ts: 1,
      content: [
        {
          name: 'l',
          created: 1,
          attributes: { FIRSTNAME: 'Léa', LASTNAME: 'Roy', SMS: '33612345678', WHATSAPP: null },
        },
      ],
    },
    country: 'FR',
    expect: lead({ full_name: 'Léa Roy', phone: '+33612345678', email: 'l@example.fr' }),
  },
  {
    source: 'generic',
    title: 'a contact of Brevo with its attributes in Italian',
    body: {
      email: 'anna@example.it',
      attributes: { NOME: 'Anna', COGNOME: 'Bianchi', SMS: '393331234567', LANDLINE_NUMBER: '' },
    },
    country: 'IT',
    expect: lead({ full_name: 'Anna Bianchi', phone: '+393331234567', email: 'anna@example.it' }),
  },
  {
    source: 'generic',
    title: 'a profile of Klaviyo',
    body: {
      data: {
        type: 'profile',
        attributes: {
          email: 'a@example.com',
          phone_number: '+14155552671',
          first_name: 'Ann',
          last_name: 'Lee',
          organization: 'Acme',
          properties: { source: 'Popup Form' },
        },
      },
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a subscriber of MailerLite',
    body: {
      events: [
        {
          type: 'subscriber.create',
          data: {
            subscriber: {
              id: 1,
              name: 'Anna',
              email: 'anna@example.it',
              fields: [
                { key: 'name', value: 'Anna', type: 'TEXT' },
                { key: 'last_name', value: 'Bianchi' },
                { key: 'phone', value: '3331234567' },
              ],
            },
          },
        },
      ],
    },
    country: 'IT',
    expect: lead({ full_name: 'Anna Bianchi', phone: '+393331234567', email: 'anna@example.it' }),
  },
  {
    source: 'form',
    title: 'a contact of GetResponse',
    headers: FORM,
    body: urlencoded({
      action: 'subscribe',
      ACCOUNT_ID: 'x',
      CONTACT_ID: 'y',
      contact_name: 'Marta Kowalska',
      contact_email: 'm@example.pl',
      CAMPAIGN_NAME: 'lista',
      custom_phone: '+48512345678',
    }),
    country: 'PL',
    expect: lead({ full_name: 'Marta Kowalska', phone: '+48512345678', email: 'm@example.pl' }),
  },
  {
    source: 'generic',
    title: 'an opt-in of Systeme.io',
    body: {
      customer: {
        contact_id: 1,
        email: 'l@example.fr',
        fields: { first_name: 'Léa', surname: 'Roy', phone_number: '06 12 34 56 78', country: 'FR' },
      },
      order: { id: 1, created_at: 'x' },
      funnel_step: { id: 1, name: 'Optin Page', type: 'optin', funnel: { id: 1, name: 'Mon Funnel' } },
    },
    country: 'FR',
    expect: lead({ full_name: 'Léa Roy', phone: '+33612345678', email: 'l@example.fr' }),
  },
  {
    source: 'generic',
    title: 'an opt-in of Systeme.io with a list of fields',
    body: {
      data: {
        contact: {
          id: 9,
          email: 'l@example.fr',
          registeredAt: 'x',
          locale: 'fr',
          fields: [
            { fieldName: 'Prénom', slug: 'first_name', value: 'Léa' },
            { fieldName: 'Nom', slug: 'surname', value: 'Roy' },
            { fieldName: 'Numéro de téléphone', slug: 'phone_number', value: '+33612345678' },
          ],
        },
        sourceUrl: 'x',
        funnelStep: { name: 'Step Un', funnel: { name: 'Funnel Deux' } },
      },
      type: 'contact.optin.completed',
    },
    country: 'FR',
    expect: lead({ full_name: 'Léa Roy', phone: '+33612345678', email: 'l@example.fr' }),
  },
];
