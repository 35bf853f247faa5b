import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRunId, newSampleId, type RequestSampled } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import type { SampleList } from '../src/samples/list-samples.ts';
import type { TaskPreview } from '../src/tasks/preview-task.ts';
import { accepted } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const contact = { nome: 'Anna Verdi', telefono: '3331234567', email: 'anna@example.com' };

async function lintsOf(text: string, sample?: unknown, task: object = {}): Promise<TaskPreview['lints']> {
  const steps = [{ id: 'a', channel: 'preview', message: { text } }];
  const body = { task: { name: 'x', steps, ...task }, ...(sample === undefined ? {} : { sample }) };
  const answer = await registry.call<TaskPreview>('POST', '/v1/tasks/preview', body);
  expect(answer.status).toBe(200);
  return answer.body.lints;
}

/** Samples of one task, in this order. */
async function caught(bodies: object[]): Promise<string[]> {
  const task = await registry.createTask();
  const events = bodies.map((body): RequestSampled => ({
    type: 'sampled',
    sample_id: newSampleId(),
    task_id: task.id,
    received_at: Date.UTC(2026, 10, 1, 12),
    request: {
      method: 'POST',
      query: '',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)).toString('base64'),
    },
  }));
  for (const event of events) await registry.log(event);
  await until('the samples', async () => {
    const { body } = await registry.call<SampleList>('GET', `/v1/tasks/${task.id}/samples`);
    return body.items.length === bodies.length;
  });
  return events.map(({ sample_id }) => sample_id);
}

describe('the lints of a preview', () => {
  it('name what the sample does not have, and what is near', async () => {
    const body = { ...contact, citta: 'Roma' };
    expect(await lintsOf('Ciao {{ first_name }} di {{ extra_fields.cita }}', { body })).toEqual([
      {
        step: 'a',
        field: 'message.text',
        code: 'unknown_variable',
        severity: 'warning',
        message: 'uses extra_fields.cita, which no sample has; did you mean extra_fields.citta?',
        line: 1,
        column: 29,
      },
    ]);
  });

  it('are none for a text that renders whole', async () => {
    expect(await lintsOf('Ciao {{ first_name }}', { body: contact })).toEqual([]);
  });

  it('say nothing of extra fields where the lead is made up', async () => {
    expect(await lintsOf('Ciao {{ extra_fields.citta }}')).toEqual([]);
    expect(
      await lintsOf('Ciao {{ extra_fields.citta }}', { lead: { full_name: 'Anna Verdi' } }),
    ).toHaveLength(1);
  });

  it('count the samples that were caught beside the one that is shown', async () => {
    const [first, second] = await caught([
      { ...contact, citta: 'Roma', corso: 'Yoga' },
      { ...contact, citta: '' },
      { nothing: 'of a lead' },
    ]);
    const text = '{{ extra_fields.corso }} a {{ extra_fields.citta }}';
    const lints = await lintsOf(text, { sample_id: second });
    expect(lints.map(({ code, message }) => [code, message])).toEqual([
      ['empty_render', 'has nothing to show at {{ extra_fields.corso }} for 1 of 2 samples'],
      ['empty_render', 'has nothing to show at {{ extra_fields.citta }} for 1 of 2 samples'],
    ]);
    expect(await lintsOf(text, { sample_id: first })).toHaveLength(2);
    expect(await lintsOf('{{ first_name }}', { sample_id: first })).toEqual([]);
  });

  it('tell which samples a strict task would fail', async () => {
    const [id] = await caught([{ ...contact, citta: 'Roma' }, contact]);
    expect(
      await lintsOf('a {{ extra_fields.citta }}', { sample_id: id }, { strict_templates: true }),
    ).toMatchObject([
      { code: 'failed_render', message: 'has no value for extra_fields.citta (1 of 2 samples)' },
    ]);
  });

  it('come where the sample gives no lead, too', async () => {
    const step = { id: 'a', channel: 'http', request: { url: 'https://x.example/{{ full_name }}' } };
    expect(await lintsOf('', { body: { nothing: 1 } }, { steps: [step] })).toMatchObject([
      { field: 'request.url', code: 'unencoded_url' },
    ]);
  });
});

it('the lints know what came to the task in its last runs', async () => {
  const task = await registry.createTask();
  const lead = { full_name: 'Anna Verdi', phone: null, email: null };
  const ids = [newRunId(), newRunId()] as const;
  await registry.log(
    accepted(ids[0], task.id, { lead: { ...lead, extra_fields: { citta: 'Roma' } } }),
    accepted(ids[1], task.id, { lead: { ...lead, extra_fields: { citta: '' } } }),
  );
  await registry.runWhen(ids[1], () => true);
  const steps = [
    { id: 'a', channel: 'preview', message: { text: '{{ extra_fields.citta }} {{ extra_fields.cita }}' } },
  ];
  const lints = async (more: object) =>
    (
      await registry.call<TaskPreview>('POST', '/v1/tasks/preview', {
        task: { name: 'x', steps, ...more },
        task_id: task.id,
      })
    ).body.lints.map(({ message }) => message);
  expect((await lints({})).toSorted()).toEqual([
    'has nothing to show at {{ extra_fields.citta }} for 1 of 2 samples',
    'uses extra_fields.cita, which no sample has; did you mean extra_fields.citta?',
  ]);
  const defaults = { 'extra_fields.citta': 'Italia', 'extra_fields.cita': 'Italia' };
  expect(await lints({ lead: { defaults } })).toEqual([]);
});

it('a strict task shows in its preview why a step would fail', async () => {
  const steps = [{ id: 'a', channel: 'preview', message: { text: 'Ciao {{ extra_fields.citta }}' } }];
  const task = { name: 'x', steps, strict_templates: true };
  const { body } = await registry.call<TaskPreview>('POST', '/v1/tasks/preview', {
    task,
    sample: { lead: { full_name: 'Anna Verdi' } },
  });
  expect(body.steps[0]).toMatchObject({
    rendered: null,
    error: {
      code: 'template_failed',
      message: 'message.text has no value for extra_fields.citta (line 1, column 9).',
    },
  });
});
