import type { ConnectionInput, TaskInput } from '@taskhook/contracts';

const smallest: TaskInput = { name: 'Corso di Marketing' };

const whole: TaskInput = {
  name: 'Corso di Marketing',
  source: 'auto',
  auth: { type: 'none' },
  lead: {
    default_country: 'IT',
    required: ['full_name', 'phone', 'email'],
    mapping: {
      full_name: '{{ nome }} {{ cognome }}',
      extra_fields: { citta: '{{ city }}', eta: 'answers.age | plus: 0' },
    },
    dedupe: { by: ['phone'], window: '24h' },
    filter: 'extra_fields.eta >= 18',
  },
  on_invalid: 'reject',
  steps: [
    {
      id: 'welcome',
      channel: 'preview',
      message: { text: 'Ciao {{full_name}}, a {{extra_fields.citta}} parte {{extra_fields.interesse}}.' },
    },
    {
      id: 'crm',
      channel: 'http',
      wait: '10m',
      when: 'extra_fields.eta > 17',
      request: {
        method: 'POST',
        url: 'https://crm.example/leads',
        headers: { 'x-origin': '{{task.name}}' },
        body: { name: '{{full_name}}', age: '{{extra_fields.eta}}' },
      },
    },
  ],
};

/** Bodies that make a task; a test holds them against the schema and the template check. */
export const taskExamples = { 'only a name': smallest, everything: whole } as const;

const meta: ConnectionInput = {
  name: 'Pagina del corso',
  provider: 'meta',
  access_token: 'EAAG-a-page-access-token',
};

const smtp: ConnectionInput = {
  name: 'Posta',
  provider: 'smtp',
  host: 'mail.corso.example',
  port: 587,
  security: 'starttls',
  username: 'corso',
  password: 'the-password-of-the-mailbox',
  from: 'Corso di Marketing <info@corso.example>',
};

const twilio: ConnectionInput = {
  name: 'Twilio',
  provider: 'twilio',
  account_sid: `AC${'0123456789abcdef'.repeat(2)}`,
  auth_token: 'the-auth-token-of-the-account',
  from: '+15005550006',
};

const gateway: ConnectionInput = {
  name: 'Gateway',
  provider: 'sms-http',
  url: 'https://sms.example/send?to={{to | url_encode}}',
  headers: { authorization: 'Bearer {{secrets.key}}' },
  body: { text: '{{text}}', reference: '{{id}}' },
  secrets: { key: 'the-key-of-the-gateway' },
};

const whatsapp: ConnectionInput = {
  name: 'WhatsApp',
  provider: 'whatsapp',
  phone_number_id: '106540352242922',
  access_token: 'EAAG-a-system-user-token',
};

/** Bodies that make a connection of each kind. */
export const connectionExamples = {
  'a mail server': smtp,
  Twilio: twilio,
  'an SMS gateway': gateway,
  WhatsApp: whatsapp,
  'Facebook Lead Ads': meta,
} as const;

/** What can be tried without saving anything. */
export const previewExamples = {
  'a mapping against a sample': {
    task: { name: 'Corso', lead: { mapping: { full_name: '{{ nome }} {{ cognome }}' } } },
    sample: { sample_id: 'samp_01k9zq8m3t5v7w9x1y3z5a7b9c' },
  },
  'a form post': {
    task: smallest,
    sample: {
      request: {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'bm9tZT1NYXJpbytSb3NzaSZ0ZWw9MzMzMTIzNDU2Nw==',
      },
    },
  },
} as const;
