import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@taskhook/contracts';
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
});
