import { lead, type Sample } from './sample.ts';

export const adsSamples: Sample[] = [
  {
    source: 'google-ads',
    title: 'a lead with first and last name and a work address',
    body: {
      lead_id: 'Cj0lead77',
      api_version: '1.0',
      form_id: 40000000000,
      campaign_id: 12,
      google_key: 'do-not-keep-me',
      gcl_id: 'gclid-1',
      user_column_data: [
        { column_id: 'FIRST_NAME', column_name: 'First name', string_value: 'María' },
        { column_id: 'LAST_NAME', column_name: 'Last name', string_value: 'López' },
        { column_id: 'WORK_EMAIL', column_name: 'Work email', string_value: 'maria@empresa.es' },
        { column_id: 'PHONE_NUMBER', column_name: 'User Phone', string_value: '+34 612 345 678' },
        { column_id: 'COMPANY_NAME', column_name: 'Company', string_value: 'Empresa SL' },
      ],
    },
    country: 'ES',
    expect: lead({
      full_name: 'María López',
      phone: '+34612345678',
      email: 'maria@empresa.es',
      extra: ['Empresa SL', 'gclid-1'],
      eventId: 'Cj0lead77',
    }),
  },
  {
    source: 'tiktok',
    title: 'two leads with their name in parts',
    headers: { 'content-type': 'application/json', 'x-open-signature': '00' },
    body: {
      object: 1,
      time: 1760000000,
      entry: [
        {
          id: '71001',
          page_id: '8',
          lead_source: 'INSTANT_FORM',
          changes: [
            { field: 'first_name', value: 'Léa' },
            { field: 'last_name', value: 'Martin' },
            { field: 'email', value: 'lea@example.fr' },
            { field: 'phone_number', value: '06 12 34 56 78' },
            { field: 'Quel jour ?', value: 'Lundi' },
          ],
        },
        {
          id: '71002',
          page_id: '8',
          changes: [
            { field: 'name', value: 'Noé Petit' },
            { field: 'email', value: 'noe@example.fr' },
            { field: 'phone_number', value: '+33612345679' },
          ],
        },
      ],
    },
    country: 'FR',
    expect: {
      type: 'leads',
      leads: [
        {
          full_name: 'Léa Martin',
          phone: '+33612345678',
          email: 'lea@example.fr',
          extra: ['Lundi', '8'],
          eventId: '71001',
        },
        { full_name: 'Noé Petit', phone: '+33612345679', email: 'noe@example.fr', eventId: '71002' },
      ],
    },
  },
  {
    source: 'tiktok',
    title: 'the review of an ad',
    body: { object: 2, time: 1, entry: [{ id: '5', ad_id: '6', status: 'APPROVED' }] },
    expect: { type: 'ignored' },
  },
  {
    source: 'tiktok',
    title: 'a lead as the API gives it',
    body: {
      lead_data: {
        email: 'kim@example.com',
        name: 'Kim Lee',
        phone_number: '+14155552671',
        'Favourite colour': 'green',
      },
      meta_data: { lead_id: '71003', page_id: '9', campaign_id: '10', create_time: '2026-01-01 10:00:00' },
    },
    country: 'US',
    expect: lead({
      full_name: 'Kim Lee',
      phone: '+14155552671',
      email: 'kim@example.com',
      extra: ['green', '10'],
      eventId: '71003',
    }),
  },
  {
    source: 'linkedin',
    title: 'a deleted lead',
    headers: { 'content-type': 'application/json', 'x-li-signature': '00' },
    body: {
      type: 'LEAD_ACTION',
      leadGenFormResponse: 'urn:li:leadGenFormResponse:abc-1',
      leadAction: 'DELETED',
      leadType: 'SPONSORED',
    },
    expect: { type: 'ignored' },
  },
  {
    source: 'linkedin',
    title: 'a new lead',
    headers: { 'content-type': 'application/json', 'x-li-signature': '00' },
    body: {
      type: 'LEAD_ACTION',
      leadGenFormResponse: 'urn:li:leadGenFormResponse:abc-2',
      leadAction: 'CREATED',
      leadType: 'EVENT',
      occurredAt: 1,
    },
    expect: { type: 'notification', ids: ['abc-2'] },
  },
  {
    source: 'linkedin',
    title: 'the validation of the address',
    query: 'challengeCode=890e4665',
    body: '',
    expect: { type: 'ignored' },
  },
  {
    source: 'linkedin',
    title: 'a test response whose questions have no names',
    body: {
      id: 'resp-9',
      versionedLeadGenFormUrn: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:1,1)',
      testLead: true,
      submittedAt: 1,
      formResponse: {
        answers: [
          { questionId: 11, answerDetails: { textQuestionAnswer: { answer: 'Grace' } } },
          { questionId: 12, answerDetails: { textQuestionAnswer: { answer: 'Hopper' } } },
          { questionId: 13, answerDetails: { textQuestionAnswer: { answer: 'grace@example.com' } } },
          { questionId: 14, answerDetails: { multipleChoiceAnswer: { options: [1, 2] } } },
        ],
      },
      form: {
        content: {
          questions: [
            { questionId: 11, predefinedField: 'FIRST_NAME' },
            { questionId: 12, predefinedField: 'LAST_NAME' },
            { questionId: 13, predefinedField: 'WORK_EMAIL' },
            {
              questionId: 14,
              question: { localized: { en_US: 'Which products?' } },
              questionDetails: {
                multipleChoiceQuestionDetails: {
                  options: [
                    { id: 1, text: { localized: { en_US: 'Compiler' } } },
                    { id: 2, text: { localized: { en_US: 'Linker' } } },
                  ],
                },
              },
            },
          ],
        },
      },
    },
    expect: lead({
      full_name: 'Grace Hopper',
      phone: null,
      email: 'grace@example.com',
      extra: ['Compiler', 'Linker', true],
      eventId: 'resp-9',
      test: true,
    }),
  },
];
