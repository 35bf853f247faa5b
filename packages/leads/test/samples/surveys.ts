import { lead, type Sample } from './sample.ts';

export const surveysSamples: Sample[] = [
  {
    source: 'typeform',
    title: 'a contact block, a choice of another kind and hidden fields',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Typeform Webhooks',
      'typeform-signature': 'sha256=x',
    },
    body: {
      event_id: 'ev',
      event_type: 'form_response',
      form_response: {
        form_id: 'f1',
        token: 'tok-1',
        landed_at: '2026-01-01T00:00:00Z',
        submitted_at: '2026-01-01T00:01:00Z',
        hidden: { utm_campaign: 'spring' },
        definition: {
          id: 'f1',
          title: 'Iscrizione',
          fields: [
            {
              id: 'group',
              type: 'contact_info',
              ref: '01G1',
              title: 'I tuoi dati',
              properties: {
                fields: [
                  { id: 'fn', title: 'Nome', type: 'short_text', ref: '01G2' },
                  { id: 'ln', title: 'Cognome', type: 'short_text', ref: '01G3' },
                  { id: 'ph', title: 'Numero di telefono', type: 'phone_number', ref: '01G4' },
                  { id: 'em', title: 'Email', type: 'email', ref: '01G5' },
                ],
              },
            },
            { id: 'mc', title: 'Quale corso, {{field:01G2}}?', type: 'multiple_choice', ref: '01G6' },
            { id: 'dt', title: 'Quando?', type: 'date', ref: '01G7' },
          ],
        },
        answers: [
          { type: 'text', text: 'Sara', field: { id: 'fn', type: 'short_text', ref: '01G2' } },
          { type: 'text', text: 'Neri', field: { id: 'ln', type: 'short_text', ref: '01G3' } },
          {
            type: 'phone_number',
            phone_number: '+393331234567',
            field: { id: 'ph', type: 'phone_number', ref: '01G4' },
          },
          { type: 'email', email: 'Sara@example.it', field: { id: 'em', type: 'email', ref: '01G5' } },
          {
            type: 'choice',
            choice: { other: 'Fotografia' },
            field: { id: 'mc', type: 'multiple_choice', ref: '01G6' },
          },
          { type: 'date', date: '2026-03-01', field: { id: 'dt', type: 'date', ref: '01G7' } },
        ],
      },
    },
    country: 'IT',
    expect: lead({
      full_name: 'Sara Neri',
      phone: '+393331234567',
      email: 'sara@example.it',
      extra: ['Fotografia', '2026-03-01', 'spring'],
      eventId: 'tok-1',
    }),
  },
  {
    source: 'tally',
    title: 'choices, check boxes and a hidden field',
    headers: { 'content-type': 'application/json', 'tally-signature': 'x' },
    body: {
      eventId: 'a4cb511e',
      eventType: 'FORM_RESPONSE',
      createdAt: '2026-06-28T15:00:21.889Z',
      data: {
        responseId: '2wgx4n',
        submissionId: '2wgx4n',
        respondentId: 'dwQKYm',
        formId: 'VwbNEw',
        formName: 'Webhook form',
        createdAt: '2026-06-28T15:00:21.000Z',
        fields: [
          { key: 'question_1', label: 'Vor- und Nachname', type: 'INPUT_TEXT', value: 'Jonas Weber' },
          { key: 'question_2', label: 'E-Mail', type: 'INPUT_EMAIL', value: 'jonas@example.de' },
          { key: 'question_3', label: 'Telefon', type: 'INPUT_PHONE_NUMBER', value: '+4915123456789' },
          {
            key: 'question_4',
            label: 'Beruf',
            type: 'MULTIPLE_CHOICE',
            value: ['o1'],
            options: [
              { id: 'o1', text: 'Lehrer' },
              { id: 'o2', text: 'Arzt' },
            ],
          },
          {
            key: 'question_5',
            label: 'Themen',
            type: 'CHECKBOXES',
            value: ['t1', 't2'],
            options: [
              { id: 't1', text: 'Bau' },
              { id: 't2', text: 'Dach' },
            ],
          },
          { key: 'question_5_t1', label: 'Themen (Bau)', type: 'CHECKBOXES', value: true },
          { key: 'question_5_t2', label: 'Themen (Dach)', type: 'CHECKBOXES', value: true },
          { key: 'question_6', label: 'utm_source', type: 'HIDDEN_FIELDS', value: 'google' },
          {
            key: 'question_7',
            label: 'Raster',
            type: 'MATRIX',
            value: { r1: ['c2'] },
            rows: [{ id: 'r1', text: 'Preis' }],
            columns: [
              { id: 'c1', text: 'gut' },
              { id: 'c2', text: 'teuer' },
            ],
          },
        ],
      },
    },
    country: 'DE',
    expect: lead({
      full_name: 'Jonas Weber',
      phone: '+4915123456789',
      email: 'jonas@example.de',
      extra: ['Lehrer', 'Bau', 'Dach', 'google', 'teuer', 'VwbNEw'],
      eventId: '2wgx4n',
    }),
  },
  {
    source: 'calendly',
    title: 'a booking with a call by the host',
    headers: { 'content-type': 'application/json', 'calendly-webhook-signature': 't=1,v1=0' },
    body: {
      event: 'invitee.created',
      created_at: '2026-01-15T10:30:00Z',
      created_by: 'https://api.calendly.com/users/h',
      payload: {
        uri: 'https://api.calendly.com/scheduled_events/e1/invitees/i1',
        email: 'Paul@example.fr',
        first_name: 'Paul',
        last_name: 'Roux',
        name: 'Paul Roux',
        text_reminder_number: null,
        questions_and_answers: [{ question: 'Budget ?', answer: '1000', position: 0 }],
        tracking: { utm_source: 'ads', utm_medium: null },
        scheduled_event: {
          uri: 'https://api.calendly.com/scheduled_events/e1',
          name: 'Appel 15 min',
          start_time: '2026-06-03T18:00:00Z',
          end_time: '2026-06-03T18:15:00Z',
          location: { type: 'outbound_call', location: '+33 6 12 34 56 78' },
          event_memberships: [{ user_email: 'host@example.com', user_name: 'Host Person' }],
        },
      },
    },
    country: 'FR',
    expect: lead({
      full_name: 'Paul Roux',
      phone: '+33612345678',
      email: 'paul@example.fr',
      extra: ['1000', 'ads', 'Appel 15 min'],
      eventId: 'https://api.calendly.com/scheduled_events/e1/invitees/i1',
    }),
  },
  {
    source: 'calendly',
    title: 'an invitee who did not come',
    body: { event: 'invitee_no_show.created', payload: { uri: 'x', invitee: 'https://api.calendly.com/i' } },
    expect: { type: 'ignored' },
  },
  {
    source: 'google-forms',
    title: 'the whole event of a script, in Italian',
    headers: {
      'content-type': 'application/json',
      'user-agent':
        'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: x)',
    },
    body: {
      authMode: 'FULL',
      namedValues: {
        'Informazioni cronologiche': ['02/03/2026 13.31.08'],
        'Nome e cognome': ['Pia Sala'],
        'Indirizzo email': ['pia@example.it'],
        'Numero di telefono ': ['333 1234567'],
        Corso: ['Web'],
      },
      range: { columnEnd: 5, columnStart: 1, rowEnd: 2, rowStart: 2 },
      values: ['02/03/2026 13.31.08', 'Pia Sala', 'pia@example.it', '333 1234567', 'Web'],
      triggerUid: '123',
    },
    country: 'IT',
    expect: lead({
      full_name: 'Pia Sala',
      phone: '+393331234567',
      email: 'pia@example.it',
      extra: ['Web', '02/03/2026 13.31.08'],
    }),
  },
  {
    source: 'google-forms',
    title: 'the items of a form response',
    body: {
      formId: '1FA',
      responseId: 'resp-1',
      timestamp: '2026-01-01T00:00:00Z',
      respondentEmail: 'kai@example.com',
      answers: [
        { question: 'Your name', answer: 'Kai Moe' },
        { question: 'Phone number', answer: '+4791234567' },
        { question: 'Days', answer: ['Mon', 'Tue'] },
      ],
    },
    country: 'NO',
    expect: lead({
      full_name: 'Kai Moe',
      phone: '+4791234567',
      email: 'kai@example.com',
      extra: ['Mon', 'Tue'],
      eventId: 'resp-1',
    }),
  },

  {
    source: 'typeform',
    title: 'references that the author typed are the keys',
    body: {
      event_type: 'form_response',
      form_response: {
        form_id: 'f',
        token: 'tok-2',
        definition: {
          fields: [
            { id: 'a', ref: 'q_one', title: 'Nome', type: 'short_text' },
            { id: 'b', ref: 'q_two', title: 'Cognome', type: 'short_text' },
          ],
        },
        answers: [
          { type: 'text', text: 'Bo', field: { id: 'a', ref: 'q_one' } },
          { type: 'text', text: 'Li', field: { id: 'b', ref: 'q_two' } },
          { type: 'email', email: 'bo@example.it', field: { id: 'c', ref: 'mail' } },
          { type: 'boolean', boolean: true, field: { id: 'd', ref: 'privacy' } },
        ],
      },
    },
    country: 'IT',
    expect: lead({
      full_name: 'Bo Li',
      phone: null,
      email: 'bo@example.it',
      extra: [true],
      eventId: 'tok-2',
    }),
  },
  {
    source: 'calendly',
    title: 'a routing form',
    body: {
      event: 'routing_form_submission.created',
      payload: {
        uri: 'https://api.calendly.com/rf/1',
        questions_and_answers: [
          { question_uuid: '1', question: 'Name', answer: 'Ann Lee' },
          { question_uuid: '2', question: 'Email', answer: 'ann@example.com' },
          { question_uuid: '3', question: 'Phone', answer: '415-555-2671' },
        ],
        tracking: { utm_source: 'ads' },
        submitter: null,
      },
    },
    country: 'US',
    expect: lead({
      full_name: 'Ann Lee',
      phone: '+14155552671',
      email: 'ann@example.com',
      extra: ['ads'],
      eventId: 'https://api.calendly.com/rf/1',
    }),
  },
];
