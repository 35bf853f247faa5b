import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  newQuarantineId,
  newRunId,
  newSampleId,
  type Erasure,
  type Lead,
  type RunLogEvent,
} from '@taskhook/contracts';
import { createAddressHasher } from '@taskhook/vault';
import { until } from '@taskhook/testing';
import { accepted, mario, progress } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

let number = 0;
/** A person of this test's own. */
function somebody() {
  number += 1;
  const phone = `+3933300${String(10_000 + number)}`;
  return { ...mario, full_name: `Canarina ${number}`, phone, email: `canarina.${number}@example.it` };
}

async function erase(input: object): Promise<Erasure> {
  const { status, body } = await harness.call<Erasure>('POST', '/v1/erasures', input);
  expect(status).toBe(202);
  return until('the erasure to be done', async () => {
    const shown = await harness.call<Erasure>('GET', `/v1/erasures/${body.id}`);
    return shown.body.status === 'done' && shown.body;
  });
}

function request(body: string) {
  return { method: 'POST', query: '', headers: {}, body: Buffer.from(body).toString('base64') };
}

const quarantined = (taskId: string, id: string, body: string): RunLogEvent => ({
  type: 'quarantined',
  quarantine_id: id,
  task_id: taskId,
  revision: 1,
  received_at: Date.now(),
  code: 'invalid_lead',
  detail: 'The request gives no valid lead.',
  errors: [{ field: 'phone', message: 'is required' }],
  request: request(body),
});

describe('an erasure', () => {
  it('overwrites the runs of a person by phone or e-mail, ends those that are open, and leaves others', async () => {
    const task = await harness.createTask();
    await harness.call('POST', `/v1/tasks/${task.id}/pause`);
    const person = somebody();
    const [byPhone, byMail, other] = [newRunId(), newRunId(), newRunId()];
    await harness.log(
      accepted(byPhone, task.id, { lead: { ...person, email: null } }),
      progress(byPhone, task.id, 'succeeded'),
      accepted(byMail, task.id, { status: 'held', lead: { ...person, phone: null } }),
      accepted(other, task.id, { status: 'held', lead: somebody() }),
    );
    await harness.runWhen(other, () => true);

    const done = await erase({ phone: person.phone.replace('+39', ''), email: person.email.toUpperCase() });

    expect(done.counts).toMatchObject({ runs_overwritten: 2, runs_cancelled: 1 });
    const shown = async (id: string) => (await harness.call('GET', `/v1/runs/${id}`)).body;
    expect(await shown(byPhone)).toMatchObject({
      status: 'succeeded',
      lead: null,
      erased_at: expect.any(String),
    });
    expect(await shown(byMail)).toMatchObject({
      status: 'cancelled',
      lead: null,
      reason: { code: 'erased' },
    });
    expect(await shown(other)).toMatchObject({ status: 'held', lead: { full_name: expect.any(String) } });
  });

  it('erases whoever a run is of, and says of whom by keyed hashes alone', async () => {
    const task = await harness.createTask();
    const person = somebody();
    const id = newRunId();
    await harness.log(accepted(id, task.id, { lead: person }), progress(id, task.id, 'failed'));
    await harness.runWhen(id, ({ status }) => status === 'failed');
    const done = await erase({ run_id: id });
    const hasher = createAddressHasher(Buffer.from(harness.settings.secretKey, 'base64'));
    expect(done.who).toEqual([hasher.hash('phone', person.phone), hasher.hash('email', person.email)]);
    expect(done.counts.runs_overwritten).toBe(1);
    expect(JSON.stringify(done)).not.toContain(person.email);
  });

  it('keeps out what events tell of an erased run afterwards', async () => {
    const task = await harness.createTask();
    const person = somebody();
    const id = newRunId();
    await harness.log(accepted(id, task.id, { lead: person }), progress(id, task.id, 'failed'));
    await harness.runWhen(id, ({ status }) => status === 'failed');
    await erase({ email: person.email });
    const late = progress(id, task.id, 'succeeded', {
      order: 9_000_000,
      step: {
        index: 3,
        id: 'late',
        channel: 'preview',
        status: 'succeeded',
        due_at: null,
        reason: null,
        rendered: { text: person.full_name },
        attempt: {
          n: 1,
          at: new Date().toISOString(),
          outcome: 'delivered',
          duration_ms: 1,
          status_code: 200,
          error: null,
          answer: person.email,
        },
      },
    });
    const reply = { run_id: id, task_id: task.id, revision: 1, at: Date.now(), channel: 'sms' as const };
    await harness.log(accepted(id, task.id, { lead: person }), late, {
      ...reply,
      type: 'reply',
      reply_id: 'r1',
      text: person.full_name,
    });
    const run = await harness.runWhen(id, ({ status }) => status === 'succeeded');
    expect(run).toMatchObject({ lead: null, replies: [], steps: [{ id: 'late', rendered: null }] });
    expect(JSON.stringify(run)).not.toMatch(new RegExp(`${person.full_name}|${person.email}`));
  });

  it('overwrites quarantined requests and removes samples that name the person in any spelling', async () => {
    const task = await harness.createTask();
    const person = somebody();
    const national = person.phone.slice(3);
    const spaced = `${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
    const ids = [newQuarantineId(), newQuarantineId(), newQuarantineId()] as const;
    const sample = newSampleId();
    await harness.log(
      quarantined(task.id, ids[0], `tel=${spaced.replaceAll(' ', '+')}`),
      quarantined(task.id, ids[1], `{"mail":"${person.email.toUpperCase()}"}`),
      quarantined(task.id, ids[2], `{"tel":"333 999 0000"}`),
      {
        type: 'sampled',
        sample_id: sample,
        task_id: task.id,
        received_at: Date.now(),
        request: request(spaced),
      },
    );
    await harness.entryWhen(ids[2]);
    const done = await erase({ phone: person.phone, email: person.email });
    expect(done.counts).toMatchObject({ quarantine_overwritten: 2, samples_removed: 1 });
    const entries = await Promise.all(ids.map((id) => harness.entryWhen(id)));
    expect(entries.map(({ status }) => status)).toEqual(['erased', 'erased', 'open']);
    expect(entries.map(({ request: kept }) => kept.body !== '')).toEqual([false, false, true]);
    const replay = await harness.call('POST', `/v1/quarantine/${ids[0]}/replay`, {});
    expect(replay.status).toBe(409);
  });

  it('takes the jobs of open runs out of their queues, and the place of the person in the task', async () => {
    const task = await harness.createTask({
      steps: [{ id: 'a', channel: 'preview', wait: '1h', message: { text: 'x' } }],
    });
    const person = somebody();
    const { body } = await harness.call<{ run_id: string }>('POST', `/v1/tasks/${task.id}/test`, {
      lead: person,
    });
    expect(await harness.jobOf(body.run_id)).not.toBeNull();
    const claim = harness.keys.claim(task.id, 'phone', person.phone);
    await harness.redis.set(claim, body.run_id);
    const done = await erase({ phone: person.phone });
    expect(done.counts).toMatchObject({ runs_cancelled: 1, jobs_removed: expect.any(Number) });
    expect(await harness.jobOf(body.run_id)).toBeNull();
    expect(await harness.redis.exists(claim)).toBe(0);
  });

  it('removes the job of a run that is no longer kept', async () => {
    const person = somebody();
    const [mine, others] = [newRunId(), newRunId()];
    const job = (run_id: string, of: Lead) => ({
      channel: 'preview' as const,
      delayMs: 3_600_000,
      job: {
        run_id,
        task_id: 'task_gone',
        revision: 1,
        step: 0,
        lead: of,
        source: 'generic',
        test: false,
        received_at: Date.now(),
        attempts: 0,
        delivered: false,
      },
    });
    await harness.queues.add([job(mine, person), job(others, somebody())]);
    const done = await erase({ email: person.email });
    expect(done.counts.jobs_removed).toBe(1);
    expect(await harness.jobOf(mine)).toBeNull();
    expect(await harness.jobOf(others)).not.toBeNull();
  });

  it('can be asked for again, while it runs and afterwards', async () => {
    const person = somebody();
    const [one, two] = await Promise.all(
      [1, 2].map(() => harness.call<Erasure>('POST', '/v1/erasures', { phone: person.phone })),
    );
    const again = await erase({ phone: person.phone });
    expect([one?.status, two?.status, again.status]).toEqual([202, 202, 'done']);
  });

  it('is refused for what is no address, and for two people at once', async () => {
    const task = await harness.createTask();
    const id = newRunId();
    await harness.log(accepted(id, task.id, { lead: somebody() }));
    await harness.runWhen(id, () => true);
    const statusOf = async (input: object) => (await harness.call('POST', '/v1/erasures', input)).status;
    expect(await statusOf({})).toBe(400);
    expect(await statusOf({ phone: 'nobody' })).toBe(400);
    expect(await statusOf({ run_id: newRunId() })).toBe(404);
    expect(await statusOf({ run_id: id, phone: somebody().phone })).toBe(409);
  });
});
