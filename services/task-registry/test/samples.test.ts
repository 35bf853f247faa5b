import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  newSampleId,
  Sample,
  validator,
  type RequestSampled,
  type Task,
  type TaskInput,
  type TaskRecord,
} from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import type { SampleList } from '../src/samples/list-samples.ts';
import type { TaskPreview } from '../src/tasks/preview-task.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const isSample = validator(Sample);
const contact = {
  'Nome e cognome': 'Giulia Bianchi',
  Telefono: '333 1234567',
  Mail: 'Giulia@example.com',
  risposte: [{ domanda: 'Età', valore: 31 }],
};

function sampled(task: Task, body: unknown, more: Partial<RequestSampled> = {}): RequestSampled {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    type: 'sampled',
    sample_id: newSampleId(),
    task_id: task.id,
    received_at: Date.UTC(2026, 10, 1, 12),
    request: {
      method: 'POST',
      query: '',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(text).toString('base64'),
    },
    ...more,
  };
}

const samplesOf = async (task: Task, query = ''): Promise<SampleList> =>
  (await registry.call<SampleList>('GET', `/v1/tasks/${task.id}/samples${query}`)).body;

/** The sample once it is recorded. */
async function caught(task: Task, event: RequestSampled): Promise<Sample> {
  await registry.log(event);
  return until('the sample', async () => {
    const { items } = await samplesOf(task);
    return items.find(({ id }) => id === event.sample_id);
  });
}

async function caughtBy(input: Partial<TaskInput>, body: unknown): Promise<Sample> {
  const task = await registry.createTask(input);
  return caught(task, sampled(task, body));
}

async function record(task: Task): Promise<TaskRecord> {
  return JSON.parse((await registry.redis.hget(registry.keys.tasks, task.id)) ?? 'null') as TaskRecord;
}

describe('listening', () => {
  it('is published with its end, is no change of the task, and stops when it is told to', async () => {
    const task = await registry.createTask();
    const path = `/v1/tasks/${task.id}/samples/listen`;
    const before = Date.now();
    const { status, body } = await registry.call<{ listens_until: string }>('POST', path);
    expect(status).toBe(200);
    const end = Date.parse(body.listens_until);
    expect(end).toBeGreaterThanOrEqual(before + 600_000);
    expect(end).toBeLessThan(Date.now() + 601_000);
    expect(await record(task)).toMatchObject({ listens_until: end });
    expect((await samplesOf(task)).listens_until).toBe(body.listens_until);
    const shown = await registry.call<Task>('GET', `/v1/tasks/${task.id}`);
    expect(shown.body).toMatchObject({ revision: 1, updated_at: task.updated_at });
    expect((await registry.call('DELETE', path)).status).toBe(204);
    expect(await record(task)).not.toHaveProperty('listens_until');
    expect((await samplesOf(task)).listens_until).toBeNull();
  });
});

describe('a sample', () => {
  it('tells the sender, the fields, what was detected and why, and the lead', async () => {
    const task = await registry.createTask();
    const event = sampled(task, contact);
    const sample = await caught(task, event);
    expect(isSample(sample)).toEqual({ ok: true, value: sample });
    expect(sample).toMatchObject({
      source: 'generic',
      received_at: '2026-11-01T12:00:00.000Z',
      request: event.request,
      errors: [],
    });
    expect(sample.source_reason).not.toBe('');
    expect(sample.lead).toMatchObject({
      full_name: 'Giulia Bianchi',
      phone: '+393331234567',
      email: 'giulia@example.com',
    });
    expect(sample.detected['phone']).toMatchObject({ paths: ['Telefono'] });
    expect(sample.detected['full_name']?.reason).toContain('Nome e cognome');
    expect(sample.fields).toContainEqual({ path: 'risposte[0].valore', value: 31 });
    expect(sample.fields).toContainEqual({ path: '["Nome e cognome"]', value: 'Giulia Bianchi' });
  });

  it('has paths that a mapping can be made of, tried without saving it', async () => {
    const sample = await caughtBy({}, contact);
    const path = sample.fields.find(({ value }) => value === 31)?.path;
    const task = { name: 'x', lead: { mapping: { extra_fields: { eta: `${path}` } } } };
    const { status, body } = await registry.call<TaskPreview>('POST', '/v1/tasks/preview', {
      task,
      sample: { sample_id: sample.id },
    });
    expect(status).toBe(200);
    expect(body.lead).toMatchObject({ full_name: 'Giulia Bianchi', extra_fields: { eta: 31 } });
    expect(body.fields).toEqual(sample.fields);
    expect(body.source).toBe('generic');
  });

  it('follows the task as it is now', async () => {
    const task = await registry.createTask();
    const sample = await caught(task, sampled(task, { nome: 'Anna', tel: '3331234567' }));
    expect(sample.lead).toBeNull();
    expect(sample.errors.map(({ field }) => field)).toEqual(['email']);
    await registry.call('PATCH', `/v1/tasks/${task.id}`, { lead: { required: ['phone'] } });
    const [again] = (await samplesOf(task)).items;
    expect(again).toMatchObject({ lead: { full_name: 'Anna' }, errors: [] });
  });

  it('shows its fields though the mapping of the task fails on it', async () => {
    const text = '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}';
    const sample = await caughtBy({ lead: { mapping: { full_name: text } } }, contact);
    expect(sample.lead).toBeNull();
    expect(sample.errors[0]?.field).toBe('lead.mapping');
    expect(sample.fields).toContainEqual({ path: 'Telefono', value: '333 1234567' });
  });

  it('is explained where it cannot be read', async () => {
    const sample = await caughtBy({}, '{"nome": ');
    expect(isSample(sample).ok).toBe(true);
    expect(sample).toMatchObject({ lead: null, fields: [], detected: {} });
    expect(sample.errors).toHaveLength(1);
  });

  it('says what to connect where it carries ids alone', async () => {
    const notification = {
      object: 'page',
      entry: [
        { id: '7', time: 1, changes: [{ field: 'leadgen', value: { leadgen_id: '5551', form_id: '77' } }] },
      ],
    };
    const sample = await caughtBy({}, notification);
    expect(sample).toMatchObject({ source: 'meta', lead: null, errors: [] });
    expect(sample.notes.join(' ')).toContain('needs a connection to Facebook Lead Ads');
    expect(sample.fields).toContainEqual({ path: 'leadgen_id', value: '5551' });
    const { id } = await registry.createConnection();
    const connected = await caughtBy({ source_connection: id }, notification);
    expect(connected.notes.join(' ')).not.toContain('needs a connection');
  });

  it('of several leads shows the first and says so', async () => {
    const sample = await caughtBy({}, [contact, contact]);
    expect(sample.lead?.full_name).toBe('Giulia Bianchi');
    expect(sample.notes.join(' ')).toContain('2 leads');
  });

  it.each([
    ['one by one', false],
    ['in one batch', true],
  ])('is kept once, and of many the newest 20 stay, newest first: %s', async (_how, together) => {
    const task = await registry.createTask();
    const base = Date.now();
    const events = Array.from({ length: 25 }, (_, i) =>
      sampled(task, { ...contact, i }, { sample_id: newSampleId(base + i) }),
    );
    const again = [...events.slice(0, 10), ...events.slice(20)];
    if (together) await registry.log(...events, ...again);
    else for (const batch of [...events.map((event) => [event]), again]) await registry.log(...batch);
    await until('the last one', async () =>
      (await samplesOf(task, '?limit=1')).items.some(({ id }) => id === events.at(-1)?.sample_id),
    );
    await until(
      'the log to be recorded',
      async () => (await registry.redis.xlen(registry.keys.runLog)) === 0,
    );
    const { items, next_cursor } = await samplesOf(task);
    expect(items.map(({ id }) => id)).toEqual(
      events
        .slice(5)
        .map(({ sample_id }) => sample_id)
        .toReversed(),
    );
    expect(next_cursor).toBeNull();
    expect((await registry.call('GET', `/v1/tasks/${task.id}/samples?limit=21`)).status).toBe(400);
  });

  it('is forgotten with the others of its task, and with its task', async () => {
    const task = await registry.createTask();
    const other = await registry.createTask();
    await caught(task, sampled(task, contact));
    const kept = await caught(other, sampled(other, contact));
    expect((await registry.call('DELETE', `/v1/tasks/${task.id}/samples`)).status).toBe(204);
    expect((await samplesOf(task)).items).toEqual([]);
    expect((await samplesOf(other)).items.map(({ id }) => id)).toEqual([kept.id]);
    await registry.call('DELETE', `/v1/tasks/${other.id}`);
    expect((await registry.call('GET', `/v1/tasks/${other.id}/samples`)).status).toBe(404);
    const sample = { sample_id: kept.id };
    const gone = await registry.call('POST', '/v1/tasks/preview', { task: { name: 'x' }, sample });
    expect(gone.status).toBe(404);
  });
});
