import { lead, type Sample } from './sample.ts';

const metaHeaders = {
  'content-type': 'application/json',
  'user-agent': 'facebookexternalua',
  'x-hub-signature-256': 'sha256=00',
};

export const metaSamples: Sample[] = [
  {
    source: 'meta',
    title: 'a batch of leadgen changes beside a comment on the page',
    headers: metaHeaders,
    body: {
      object: 'page',
      entry: [
        {
          id: '100200300',
          time: 1760000000,
          changes: [
            { field: 'feed', value: { item: 'comment', verb: 'add' } },
            { field: 'leadgen', value: { leadgen_id: '5551', form_id: '77', created_time: 1760000000 } },
          ],
        },
        {
          id: '100200301',
          time: 1760000001,
          changes: [{ field: 'leadgen', value: { leadgen_id: '5552', page_id: '100200301', form_id: '78' } }],
        },
      ],
    },
    expect: { type: 'notification', ids: ['5551', '5552'] },
  },
  {
    source: 'meta',
    title: 'a change of the page that is no lead',
    headers: metaHeaders,
    body: {
      object: 'page',
      entry: [{ id: '1', time: 1, changes: [{ field: 'feed', value: { item: 'post' } }] }],
    },
    expect: { type: 'ignored' },
  },
  {
    source: 'meta',
    title: 'the verification of the address',
    query: 'hub.mode=subscribe&hub.challenge=42&hub.verify_token=t',
    body: '',
    expect: { type: 'ignored' },
  },
  {
    source: 'meta',
    title: 'a page of leads as the Graph API lists them, one of them a test lead',
    body: {
      data: [
        {
          created_time: '2026-05-01T08:00:00+0000',
          id: '9001',
          field_data: [
            { name: 'nome_e_cognome', values: ['Giulia Bianchi'] },
            { name: 'email', values: ['GIULIA@example.it'] },
            { name: 'phone_number', values: ['+393331234567'] },
            { name: 'corsi', values: ['Marketing', 'Design'] },
          ],
        },
        {
          id: '9002',
          field_data: [
            { name: 'full_name', values: ['<test lead: dummy data for full_name>'] },
            { name: 'email', values: ['test@fb.com'] },
            { name: 'phone_number', values: ['<test lead: dummy data for phone_number>'] },
          ],
        },
      ],
      paging: { cursors: { before: 'a', after: 'b' } },
    },
    country: 'IT',
    expect: {
      type: 'leads',
      leads: [
        {
          full_name: 'Giulia Bianchi',
          phone: '+393331234567',
          email: 'giulia@example.it',
          extra: ['Marketing', 'Design', '2026-05-01T08:00:00+0000'],
          eventId: '9001',
        },
        {
          full_name: '<test lead: dummy data for full_name>',
          phone: null,
          email: 'test@fb.com',
          eventId: '9002',
          test: true,
        },
      ],
    },
  },
  {
    source: 'meta',
    title: 'a row of the leads sheet with typed prefixes, passed on flat',
    body: {
      id: 'l:1054456354110001',
      created_time: '2026-05-01T08:00:00+02:00',
      ad_id: 'ag:120',
      ad_name: 'Spring',
      adset_id: 'as:121',
      adset_name: 'IT 25-45',
      campaign_id: 'c:122',
      campaign_name: 'Spring leads',
      form_id: 'f:123',
      form_name: 'Open day',
      is_organic: 'false',
      platform: 'ig',
      'quale_corso_ti_interessa?': 'Marketing',
      full_name: 'Luca Verdi',
      phone_number: 'p:+393331234568',
      email: 'luca@example.it',
      lead_status: 'CREATED',
    },
    country: 'IT',
    expect: lead({
      full_name: 'Luca Verdi',
      phone: '+393331234568',
      email: 'luca@example.it',
      extra: ['Spring', 'IT 25-45', 'Marketing', 'ig'],
      eventId: 'l:1054456354110001',
    }),
  },

  {
    source: 'meta',
    title: 'flat fields with questions in Italian',
    headers: { 'content-type': 'application/json', 'user-agent': 'Make/production' },
    body: {
      nome_e_cognome: 'Anna Bianchi',
      numero_di_telefono: '+393331234567',
      'indirizzo_e-mail': 'anna@example.it',
      ad_name: 'A B',
      adset_name: 'C D',
      campaign_name: 'E F',
      form_id: '1',
      form_name: 'Open Day',
      platform: 'ig',
    },
    country: 'IT',
    expect: lead({
      full_name: 'Anna Bianchi',
      phone: '+393331234567',
      email: 'anna@example.it',
      extra: ['Open Day', 'A B'],
    }),
  },
  {
    source: 'meta',
    title: 'a lead in a wrapper with something beside it',
    body: {
      lead: {
        id: '7',
        field_data: [
          { name: 'first_name', values: ['Anna'] },
          { name: 'last_name', values: ['Bianchi'] },
          { name: 'work_email', values: ['anna@example.it'] },
          { name: 'work_phone_number', values: ['+393331234567'] },
        ],
      },
      origin: 'relay',
    },
    country: 'IT',
    expect: lead({
      full_name: 'Anna Bianchi',
      phone: '+393331234567',
      email: 'anna@example.it',
      extra: ['relay'],
      eventId: '7',
    }),
  },
];
