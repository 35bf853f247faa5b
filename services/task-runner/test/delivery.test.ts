import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { limits, type HttpStep } from '@taskhook/contracts';
import { startReceiver } from '@taskhook/testing';
import { platform, startRunner } from './runner.ts';

async function receiver() {
  const made = await startReceiver();
  onTestFinished(() => made.close());
  return made;
}

const quick = { delay: '10ms', max_attempts: 3 } as const;

function httpStep(url: string, more: Partial<HttpStep['request']> = {}): HttpStep {
  return {
    id: 'crm',
    channel: 'http',
    retry: quick,
    request: { url, body: { name: '{{full_name}}' }, ...more },
  };
}

async function runOf(step: HttpStep, settings: Record<string, string> = {}) {
  const world = await platform();
  await startRunner(world, settings);
  const task = await world.task({ steps: [step] });
  const runId = await world.lead(task);
  return { world, task, runId };
}

test('a preview is rendered with the lead and recorded as delivered', async () => {
  const world = await platform();
  await startRunner(world);
  const text = 'Ciao {{first_name}}, {{extra_fields.eta}} anni, a {{extra_fields.citta}}.';
  const task = await world.task({ steps: [{ id: 'hello', channel: 'preview', message: { text } }] });
  const run = await world.reached(await world.lead(task), 'succeeded');
  expect(run.steps).toMatchObject([
    {
      id: 'hello',
      status: 'succeeded',
      rendered: { text: 'Ciao Mario, 34 anni, a Bologna.' },
      attempts: [{ n: 1, outcome: 'delivered', status_code: null, error: null }],
    },
  ]);
});

test('an http step delivers rendered JSON, signed with the secret of its task', async () => {
  const crm = await receiver();
  crm.next({ status: 201, body: 'ok' });
  const headers = { 'x-origin': '{{task.name}}' };
  const { world, task, runId } = await runOf(httpStep(`${crm.url}/leads?x=1`, { headers }));
  const { steps } = await world.reached(runId, 'succeeded');
  expect(steps[0]?.attempts).toMatchObject([{ outcome: 'delivered', status_code: 201, answer: 'ok' }]);
  const [request] = crm.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/leads?x=1', body: '{"name":"Mario Rossi"}' });
  expect(request?.headers).toMatchObject({ 'x-origin': 'Corso', 'webhook-id': `${runId}.crm` });
  const signed = request?.headers as Record<string, string>;
  expect(new Webhook(task.secret).verify(request?.body ?? '', signed)).toEqual({ name: 'Mario Rossi' });
});

test('500 twice and then 200 leaves three attempts, all under the same key', async () => {
  const crm = await receiver();
  crm.next({ status: 500, body: 'down' }, { status: 500 });
  const { world, runId } = await runOf(httpStep(crm.url));
  const { steps } = await world.reached(runId, 'succeeded');
  expect(steps[0]?.attempts).toMatchObject([
    { n: 1, outcome: 'retry', status_code: 500, answer: 'down', error: { code: 'receiver_failed' } },
    { n: 2, outcome: 'retry', status_code: 500 },
    { n: 3, outcome: 'delivered', status_code: 200 },
  ]);
  const keys = crm.requests.map(({ headers }) => [headers['idempotency-key'], headers['webhook-id']]);
  expect(keys).toEqual(Array.from({ length: 3 }, () => [`${runId}.crm`, `${runId}.crm`]));
});

test('a receiver that answers 429 is left alone for as long as it asks', async () => {
  const crm = await receiver();
  crm.next({ status: 429, headers: { 'retry-after': '1' } });
  const { world, runId } = await runOf(httpStep(crm.url));
  const { steps } = await world.reached(runId, 'succeeded');
  expect(steps[0]?.attempts).toMatchObject([{ outcome: 'throttled' }, { outcome: 'delivered' }]);
  expect((crm.requests[1]?.at ?? 0) - (crm.requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test('the pauses of a list are kept, and the run shows what is left of its attempts', async () => {
  const crm = await receiver();
  crm.next({ status: 500 }, { status: 500 });
  const retry = { delays: ['300ms', '20ms'], max_age: '1h' };
  const { world, runId } = await runOf({ ...httpStep(crm.url), retry });
  await world.reached(runId, 'succeeded');
  const waits = (await world.events(runId)).filter(({ step }) => step?.attempt?.outcome === 'retry');
  expect(waits.map(({ step }) => step?.retry?.attempts_left)).toEqual([2, 1]);
  const [first, second] = waits.map(({ step }) => step?.retry?.gives_up_at ?? 0);
  expect(second).toBe(first);
  expect(crm.requests).toHaveLength(3);
  expect((crm.requests[1]?.at ?? 0) - (crm.requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(300);
});

test('a step that would be tried again too late is given up at once', async () => {
  const crm = await receiver();
  crm.always({ status: 500 });
  const { world, runId } = await runOf({ ...httpStep(crm.url), retry: { delays: ['2h'], max_age: '1h' } });
  const { reason, steps } = await world.reached(runId, 'failed');
  expect(reason?.code).toBe('too_old');
  expect(steps).toMatchObject([{ status: 'failed', attempts: [{ outcome: 'retry', status_code: 500 }] }]);
});

test('a status that will not change ends the run at once', async () => {
  const crm = await receiver();
  crm.next({ status: 404, body: 'no such list' });
  const { world, runId } = await runOf(httpStep(crm.url));
  const { reason, steps } = await world.reached(runId, 'failed');
  expect(reason).toEqual({ code: 'receiver_rejected', message: 'The receiver answered 404.' });
  expect(steps).toMatchObject([
    { status: 'failed', attempts: [{ outcome: 'rejected', status_code: 404, answer: 'no such list' }] },
  ]);
});

test('a redirect is not followed', async () => {
  const [crm, elsewhere] = [await receiver(), await receiver()];
  crm.next({ status: 307, headers: { location: `${elsewhere.url}/secret` } });
  const { world, runId } = await runOf(httpStep(crm.url));
  const { reason } = await world.reached(runId, 'failed');
  expect(reason?.message).toContain('redirects are not followed');
  expect(elsewhere.requests).toEqual([]);
});

test('a receiver that hangs is left after the time-out and tried again', async () => {
  const crm = await receiver();
  crm.next('hang');
  const { world, runId } = await runOf(httpStep(crm.url), { HTTP_TIMEOUT: '200ms' });
  const { steps } = await world.reached(runId, 'succeeded');
  expect(steps[0]?.attempts).toMatchObject([
    { outcome: 'retry', status_code: null, error: { code: 'delivery_timeout' } },
    { outcome: 'delivered' },
  ]);
  expect(steps[0]?.attempts[0]?.duration_ms).toBeLessThan(1_500);
});

test('a connection that breaks off is tried again until the attempts are used up', async () => {
  const crm = await receiver();
  crm.always('break');
  const { world, runId } = await runOf(httpStep(crm.url));
  const { reason, steps } = await world.reached(runId, 'failed');
  expect(steps[0]?.attempts.map(({ error }) => error?.code)).toEqual(
    Array.from({ length: 3 }, () => 'connection_failed'),
  );
  expect(reason?.code).toBe('attempts_exhausted');
  expect(reason?.message).toContain('The receiver broke off the connection');
});

test('a name that does not exist is tried again', async () => {
  const step = { ...httpStep('http://taskhook.invalid/'), retry: { max_attempts: 1 } };
  const { world, runId } = await runOf(step);
  const { steps } = await world.reached(runId, 'failed');
  expect(steps[0]?.attempts).toMatchObject([{ outcome: 'retry', error: { code: 'connection_failed' } }]);
});

test('a long answer is kept up to its limit', async () => {
  const crm = await receiver();
  crm.next({ status: 200, body: 'x'.repeat(500_000) });
  const { world, runId } = await runOf(httpStep(crm.url));
  const { steps } = await world.reached(runId, 'succeeded');
  expect(steps[0]?.attempts[0]?.answer).toHaveLength(limits.answerBytes);
});

test.each(['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', 'localhost'])(
  'an address of this host is refused, written as %s',
  async (host) => {
    const crm = await receiver();
    const url = crm.url.replace('127.0.0.1', host);
    const { world, runId } = await runOf(httpStep(url), { TASKHOOK_OUTBOUND_ALLOW: '' });
    const { reason, steps } = await world.reached(runId, 'failed');
    expect(reason?.code).toBe('address_refused');
    expect(steps[0]?.attempts).toMatchObject([{ outcome: 'rejected', error: { code: 'address_refused' } }]);
    expect(crm.requests).toEqual([]);
  },
);

test('a name whose addresses are allowed is reached', async () => {
  const crm = await receiver();
  const { world, runId } = await runOf(httpStep(crm.url.replace('127.0.0.1', 'localhost')));
  await world.reached(runId, 'succeeded');
  expect(crm.requests).toHaveLength(1);
});

test('a URL that a lead has made invalid is a recorded rejection', async () => {
  const { world, runId } = await runOf(httpStep('{{extra_fields.citta}}://x'));
  const { reason } = await world.reached(runId, 'failed');
  expect(reason?.code).toBe('invalid_url');
});
