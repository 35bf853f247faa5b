import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSampleId, type Connection, type Problem } from '@taskhook/contracts';
import type { TaskPreview } from '../src/tasks/preview-task.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const preview = <T = TaskPreview>(task: unknown, sample?: unknown) =>
  registry.call<T>('POST', '/v1/tasks/preview', { task, ...(sample === undefined ? {} : { sample }) });

const steps = [
  { id: 'ciao', channel: 'preview', message: { text: 'Ciao {{first_name}} di {{extra_fields.citta}}' } },
  {
    id: 'crm',
    channel: 'http',
    when: 'extra_fields.eta > 17',
    request: { url: 'https://crm.example/{{extra_fields.eta}}', body: { name: '{{full_name}}' } },
  },
];
const lead = {
  mapping: { full_name: '{{ nome }} {{ cognome }}', extra_fields: { eta: 'anni | plus: 0', citta: 'city' } },
};

describe('a preview', () => {
  it('shows the mapped lead and every rendered step', async () => {
    const body = {
      nome: 'Giulia',
      cognome: 'Bianchi',
      anni: '17',
      city: 'Roma',
      phone: '3331234567',
      email: 'G@x.it',
    };
    const answer = await preview({ name: 'x', lead, steps }, { body });
    expect(answer.status).toBe(200);
    expect(answer.body.lead).toMatchObject({
      full_name: 'Giulia Bianchi',
      phone: '+393331234567',
      email: 'g@x.it',
    });
    expect(answer.body.lead?.extra_fields).toMatchObject({ eta: 17, citta: 'Roma' });
    expect(answer.body.filter).toBe(true);
    expect(answer.body.steps).toMatchObject([
      { id: 'ciao', channel: 'preview', when: true, rendered: { text: 'Ciao Giulia di Roma' }, error: null },
      {
        id: 'crm',
        channel: 'http',
        when: false,
        rendered: { url: 'https://crm.example/17', body: { name: 'Giulia Bianchi' } },
      },
    ]);
  });

  it('shows what is wrong with a sample that gives no lead', async () => {
    const { status, body } = await preview({ name: 'x' }, { body: { full_name: 'Mario' } });
    expect(status).toBe(200);
    expect(body.lead).toBeNull();
    expect(body.errors.map(({ field }) => field)).toEqual(['phone', 'email']);
  });

  it('takes a lead in place of a body, or makes one up', async () => {
    const given = await preview(
      { name: 'x', steps },
      { lead: { full_name: 'Anna Verdi', extra_fields: { citta: 'Bari' } } },
    );
    expect(given.body.steps[0]?.rendered).toMatchObject({ text: 'Ciao Anna di Bari' });
    const madeUp = await preview({ name: 'x' });
    expect(madeUp.body.steps[0]?.rendered).toMatchObject({ text: 'Ciao Mario Rossi!' });
  });

  it('shows where the fields would stand that a made-up lead does not have', async () => {
    const text = 'Ciao {{ first_name }}, a {{ extra_fields.citta }} parte {{ extra_fields.corso }}';
    const { body } = await preview({
      name: 'x',
      steps: [{ id: 'a', channel: 'preview', message: { text } }],
    });
    expect(body.steps[0]?.rendered).toMatchObject({ text: 'Ciao Mario, a [citta] parte [corso]' });
  });

  it('tells whether the filter takes the lead', async () => {
    const filtered = { name: 'x', lead: { filter: 'extra_fields.eta >= 18' } };
    const young = await preview(filtered, { lead: { extra_fields: { eta: 17 } } });
    expect(young.body.filter).toBe(false);
    const old = await preview(filtered, { lead: { extra_fields: { eta: 18 } } });
    expect(old.body.filter).toBe(true);
  });

  it('shows a template that fails as the error of its step', async () => {
    const endless = '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}';
    const { status, body } = await preview({
      name: 'x',
      steps: [{ id: 'a', channel: 'preview', message: { text: endless } }],
    });
    expect(status).toBe(200);
    expect(body.steps[0]?.rendered).toBeNull();
    expect(body.steps[0]?.error?.code).toBe('template_limit');
  });

  it('counts what the text of an SMS costs', async () => {
    const { body } = await registry.call<Connection>('POST', '/v1/connections', {
      name: 'SMS',
      provider: 'twilio',
      account_sid: `AC${'0'.repeat(32)}`,
      auth_token: 't',
      from: 'Corso',
    });
    const sms = {
      id: 'sms',
      channel: 'sms',
      connection: body.id,
      message: { text: 'Ciao {{first_name}} 😀' },
    };
    const answer = await preview({ name: 'x', steps: [...steps, sms] });
    const counted = answer.body.steps.map((step) => step.sms);
    expect(counted).toEqual([undefined, undefined, { encoding: 'UCS-2', segments: 1, units: 13 }]);
  });

  it('refuses a template that does not parse, and stores nothing', async () => {
    const { status, body } = await preview<Problem>({
      name: 'x',
      steps: [{ id: 'a', channel: 'preview', message: { text: '{{' } }],
    });
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([
      422,
      'invalid_task',
      'steps.0.message.text',
    ]);
    const list = await registry.call<{ items: unknown[] }>('GET', '/v1/tasks');
    expect(list.body.items).toEqual([]);
  });

  it('tells the sender, why it was recognised, and where each field is from', async () => {
    const body = { Nome: 'Anna Verdi', Telefono: '3331234567', email: 'anna@example.com', corso: 'Yoga' };
    const answer = await preview({ name: 'x' }, { body });
    expect(answer.body).toMatchObject({
      source: 'generic',
      detected: {
        full_name: { paths: ['Nome'] },
        phone: { paths: ['Telefono'] },
        email: { paths: ['email'] },
      },
    });
    expect(answer.body.source_reason).not.toBe('');
    expect(answer.body.fields).toContainEqual({ path: 'corso', value: 'Yoga' });
    const mapped = await preview({ name: 'x', lead: { mapping: { full_name: 'corso' } } }, { body });
    expect(mapped.body.detected['full_name']?.reason).toContain('mapping');
  });

  it('takes a whole request: a form, with its headers in any case', async () => {
    const form = 'nome=Anna&cognome=Verdi&tel=3331234567&email=anna%40example.com';
    const request = {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(form).toString('base64'),
    };
    const { body } = await preview({ name: 'x' }, { request });
    expect(body.lead).toMatchObject({ full_name: 'Anna Verdi', phone: '+393331234567' });
    const json = { nome: 'Anna', tel: '3331234567', email: 'a@example.com' };
    expect((await preview({ name: 'x' }, { request: { json } })).body.lead?.full_name).toBe('Anna');
    const get = { method: 'GET', query: form };
    expect((await preview({ name: 'x' }, { request: get })).body.lead?.full_name).toBe('Anna Verdi');
  });

  it('gives the steps the adapter that read the request as their source', async () => {
    const sending = [{ id: 'a', channel: 'preview', message: { text: '{{ run.source }}' } }];
    const lead_id = {
      google_key: 'canary-key',
      lead_id: 'x',
      api_version: '1.0',
      form_id: 1,
      campaign_id: 2,
    };
    const user_column_data = [
      { column_id: 'FULL_NAME', string_value: 'Anna Verdi' },
      { column_id: 'PHONE_NUMBER', string_value: '+393331234567' },
      { column_id: 'EMAIL', string_value: 'anna@example.com' },
    ];
    const body = { ...lead_id, is_test: true, user_column_data };
    const answer = await preview({ name: 'x', steps: sending, test_leads: 'preview' }, { body });
    expect(answer.body).toMatchObject({
      source: 'google-ads',
      steps: [{ rendered: { text: 'google-ads' } }],
    });
    expect(answer.body.notes.join(' ')).toContain('renders its steps and sends nothing');
    expect(JSON.stringify(answer.body)).not.toContain('canary-key');
  });

  it('says what an event that is no lead is', async () => {
    const body = { event: 'invitee.canceled', payload: { email: 'a@example.com', name: 'Anna', uri: 'x' } };
    const answer = await preview({ name: 'x', source: 'calendly' }, { body });
    expect(answer.body).toMatchObject({
      source: 'calendly',
      lead: null,
      errors: [],
      filter: null,
      steps: [],
    });
    expect(answer.body.notes.join(' ')).toContain('ignored');
  });

  it('takes hidden secrets as they are shown, and refuses an auth that cannot work', async () => {
    const auth = { type: 'hmac', preset: 'standard-webhooks', secrets: ['********'] };
    expect((await preview({ name: 'x', auth })).status).toBe(200);
    const wrong = await preview<Problem>({ name: 'x', auth: { ...auth, secrets: ['no base64!'] } });
    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([422, 'auth.secrets.0']);
  });

  it('refuses a sample that is two things, or none that is known', async () => {
    const two = await preview<Problem>({ name: 'x' }, { body: {}, lead: {} });
    expect([two.status, two.body.code]).toEqual([400, 'invalid_request']);
    expect(two.body.errors?.map(({ field }) => field)).toEqual(['sample.body', 'sample.lead']);
    const unknown = await preview<Problem>({ name: 'x' }, { sample_id: newSampleId() });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
  });
});
