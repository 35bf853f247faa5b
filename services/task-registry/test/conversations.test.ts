import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  newRunId,
  type MessagePlace,
  type Problem,
  type Run,
  type RunLogEvent,
  type Connection,
} from '@taskhook/contracts';
import { keepUnknown } from '@taskhook/queue';
import { createSigner, VERIFY_TOKENS } from '@taskhook/vault';
import { accepted } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const wa = {
  id: 'wa',
  channel: 'whatsapp',
  status: 'failed',
  due_at: null,
  reason: { code: 'outcome_unknown', message: 'lost' },
} as const;

/** A run whose only message has an unknown outcome, as the runner tells of it. */
async function unknownRun() {
  const { id: task_id } = await registry.createTask();
  const run_id = newRunId();
  const place: MessagePlace = {
    run_id,
    task_id,
    revision: 1,
    step: 0,
    step_id: 'wa',
    channel: 'whatsapp',
    n: 1,
  };
  const attempt = {
    n: 1,
    at: new Date().toISOString(),
    outcome: 'unknown',
    duration_ms: 5,
    status_code: null,
    error: wa.reason,
    provider_id: 'wamid.1',
  } as const;
  const failed: RunLogEvent = {
    type: 'progress',
    run_id,
    task_id,
    revision: 1,
    at: Date.now(),
    order: 4,
    status: 'failed',
    reason: wa.reason,
    step: { index: 0, ...wa, attempt },
  };
  return { task_id, run_id, place, begin: accepted(run_id, task_id), failed };
}

const at = 1_700_000_000_000;

describe('what is told of a message', () => {
  const orders = [
    [0, 1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1, 0],
    [3, 0, 5, 1, 4, 2],
  ];
  it.each(orders.map((order) => [order]))('makes the same run in the order %j, and twice', async (order) => {
    const { run_id, task_id, place, begin, failed } = await unknownRun();
    const events: RunLogEvent[] = [
      begin,
      failed,
      { type: 'receipt', ...place, at, status: 'delivered', code: null },
      { type: 'receipt', ...place, at: at + 1, status: 'sent', code: null },
      { type: 'resolved', ...place, at, outcome: 'delivered', by: 'receipt' },
      {
        type: 'reply',
        run_id,
        task_id,
        revision: 1,
        at,
        reply_id: 'abc-_1',
        channel: 'whatsapp',
        text: 'Sì $x.y',
      },
    ];
    for (const index of [...order, ...order])
      await registry.log(...[events[index]].flatMap((one) => one ?? []));
    const run = await registry.runWhen(run_id, ({ replies, steps, status }) => {
      return status === 'failed' && replies.length === 1 && steps[0]?.attempts[0]?.resolution !== undefined;
    });
    const iso = new Date(at).toISOString();
    expect(run.replies).toEqual([{ at: iso, channel: 'whatsapp', text: 'Sì $x.y' }]);
    expect(run.steps[0]?.attempts).toMatchObject([
      {
        n: 1,
        outcome: 'delivered',
        error: null,
        provider_id: 'wamid.1',
        receipt: { status: 'delivered', at: iso, code: null },
        resolution: { outcome: 'delivered', by: 'receipt', at: iso },
      },
    ]);
  });

  it('of consent stands with the run', async () => {
    const { run_id, task_id, begin } = await unknownRun();
    const consent = { given: true, text: 'Accetto', at: null, url: null, ip: null };
    await registry.log(begin, { type: 'consent', run_id, task_id, revision: 1, at, consent });
    expect((await registry.runWhen(run_id, (run) => run.consent !== null)).consent).toEqual(consent);
  });
});

describe('an unknown outcome', () => {
  const resolve = (run_id: string, step: string, outcome: string) =>
    registry.call<Run & Problem>('POST', `/v1/runs/${run_id}/steps/${step}/resolve`, { outcome });

  it('is resolved by a person once, and the run goes on', async () => {
    const { run_id, task_id, place, begin, failed } = await unknownRun();
    await registry.log(begin, failed);
    await registry.runWhen(run_id, ({ status }) => status === 'failed');
    expect((await resolve(run_id, 'wa', 'delivered')).status).toBe(409);
    const lead = { full_name: null, phone: null, email: null, extra_fields: {} };
    const job = { run_id, task_id, revision: 1, step: 0, lead, source: 'generic', test: false };
    await keepUnknown(registry, { place, job: { ...job, received_at: at, attempts: 1, delivered: false } });
    expect((await resolve(run_id, 'sms', 'delivered')).status).toBe(404);
    expect((await resolve(run_id, 'wa', 'perhaps')).status).toBe(400);
    expect((await resolve(run_id, 'wa', 'not_delivered')).status).toBe(200);
    expect(await registry.jobOf(run_id, 'whatsapp')).toMatchObject({ attempts: 1, step: 0 });
    expect((await resolve(run_id, 'wa', 'delivered')).status).toBe(409);
    const run = await registry.runWhen(
      run_id,
      ({ steps }) => steps[0]?.attempts[0]?.resolution !== undefined,
    );
    expect(run.steps[0]?.attempts[0]).toMatchObject({
      outcome: 'unknown',
      resolution: { outcome: 'not_delivered', by: 'person' },
    });
  });
});

it('a connection shows where its provider tells of messages, and the token that Meta asks for', async () => {
  const input = {
    name: 'WA',
    provider: 'whatsapp',
    phone_number_id: '106540352242922',
    access_token: 'EAAG',
  };
  const { body } = await registry.call<Connection>('POST', '/v1/connections', input);
  const key = Buffer.from(registry.settings.secretKey, 'base64');
  expect(body['inbound']).toEqual({
    url: `http://127.0.0.1:8080/inbound/${body.id}`,
    verify_token: createSigner(VERIFY_TOKENS, key).sign(body.id),
  });
  const { id } = await registry.createConnection();
  expect((await registry.call<Connection>('GET', `/v1/connections/${id}`)).body['inbound']).toBeUndefined();
});
