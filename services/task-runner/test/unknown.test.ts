import { describe, expect, test } from 'vitest';
import type { TaskInput } from '@taskhook/contracts';
import { findMessage, raiseReceipt, readPersonRuns, rememberMessage, resolveUnknown } from '@taskhook/queue';
import { until } from '@taskhook/testing';
import { createAddressHasher } from '@taskhook/vault';
import { connect } from './connect.ts';
import { TWILIO, twilioLookAlike, WHATSAPP, whatsAppLookAlike } from '@taskhook/testing/look-alikes';
import { mario, platform, startRunner } from './runner.ts';

type Steps = NonNullable<TaskInput['steps']>;
const after = { id: 'after', channel: 'preview', message: { text: 'Dopo' } } as const;

async function start(more: Record<string, string> = {}) {
  const world = await platform();
  await startRunner(world, {
    TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8',
    HTTP_TIMEOUT: '2s',
    RUNNER_UNKNOWN_SETTLE: '300ms',
    ...more,
  });
  const run = async (steps: Steps) => {
    const task = await world.task({ steps });
    return world.lead(task);
  };
  return { ...world, run };
}

async function withTwilio(more: Record<string, string> = {}) {
  const world = await start(more);
  const provider = await twilioLookAlike();
  const { provider: name, auth_token, ...settings } = TWILIO;
  const connection = await connect(world, {
    provider: name,
    settings: { ...settings, base_url: provider.url },
    secrets: { auth_token },
  });
  const sms = { id: 'sms', channel: 'sms', connection, message: { text: 'Ciao {{first_name}}' } } as const;
  return { ...world, provider, sms, connection };
}

async function withWhatsApp() {
  const world = await start();
  const provider = await whatsAppLookAlike();
  const connection = await connect(world, {
    provider: 'whatsapp',
    settings: { phone_number_id: WHATSAPP.phone_number_id, base_url: provider.url },
    secrets: { access_token: WHATSAPP.access_token },
  });
  const wa = { id: 'wa', channel: 'whatsapp', connection, message: { text: 'Ciao' } } as const;
  return { ...world, provider, wa };
}

describe('a message that was taken', () => {
  test('has the id of its provider, and is known by it, and so is whom it went to', async () => {
    const world = await withTwilio({ PUBLIC_URL: 'https://hooks.example' });
    const runId = await world.run([world.sms]);
    const run = await world.reached(runId, 'succeeded');
    const sid = run.steps[0]?.attempts[0]?.provider_id ?? '';
    expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(await findMessage(world.redis, world.keys, { provider: 'twilio', id: sid })).toMatchObject({
      run_id: runId,
      step_id: 'sms',
      n: 1,
    });
    const form = new URLSearchParams(world.provider.taken[0]?.body);
    expect(form.get('StatusCallback')).toBe(
      `https://hooks.example/inbound/${world.connection}?ref=${runId}.sms.1`,
    );
    const hasher = createAddressHasher(Buffer.from(world.environment['TASKHOOK_SECRET_KEY'] ?? '', 'base64'));
    const ids = hasher.hashes('phone', String(mario.phone));
    expect(await readPersonRuns(world.redis, world.keys, ids)).toMatchObject([{ run_id: runId }]);
  });

  test.each(['', 'http://localhost:8080', 'http://192.168.0.7', 'https://box.local'])(
    'names no address that Twilio cannot reach: %s',
    async (PUBLIC_URL) => {
      const world = await withTwilio({ PUBLIC_URL });
      await world.reached(await world.run([world.sms]), 'succeeded');
      expect(world.provider.taken[0]?.body).not.toContain('StatusCallback');
    },
  );
});

describe('an SMS by Twilio whose call broke off', () => {
  test('was delivered where Twilio has sent it, and its run goes on', async () => {
    const world = await withTwilio();
    world.provider.next('break');
    world.provider.list('Ciao Mario', 'SM_found');
    const run = await world.reached(await world.run([world.sms, after]), 'succeeded');
    expect(run.steps[0]?.attempts).toMatchObject([{ n: 1, outcome: 'delivered', provider_id: 'SM_found' }]);
    expect(run.steps[1]?.status).toBe('succeeded');
    expect(world.provider.posts()).toHaveLength(1);
  });

  test('was delivered where its worker had the answer of Twilio, and was lost before it told', async () => {
    const world = await withTwilio({ RUNNER_UNKNOWN_SETTLE: '2s' });
    world.provider.next('break');
    world.provider.list('Twilio trial account - Ciao', 'SM_answered');
    const run_id = await world.run([world.sms]);
    const { task_id, revision } = (await world.events(run_id))[0] ?? { task_id: '', revision: 0 };
    const place = { run_id, task_id, revision, step: 0, step_id: 'sms', channel: 'sms', n: 1 } as const;
    await rememberMessage(world.redis, world.keys, { provider: 'twilio', id: 'SM_answered' }, place);
    const run = await world.reached(run_id, 'succeeded');
    expect(run.steps[0]?.attempts).toMatchObject([{ outcome: 'delivered', provider_id: 'SM_answered' }]);
    expect(world.provider.posts()).toHaveLength(1);
  });

  test('goes again where Twilio has sent nothing, or only what is of other runs', async () => {
    const world = await withTwilio();
    await world.reached(await world.run([world.sms]), 'succeeded');
    world.provider.next('break');
    const run = await world.reached(await world.run([world.sms]), 'succeeded');
    expect(run.steps[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'delivered']);
    expect(world.provider.taken.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('waits for a person where Twilio has sent something else that nobody knows', async () => {
    const world = await withTwilio();
    world.provider.next('break');
    world.provider.list('Ciao Mario, con altre parole', 'SM_other');
    const run = await world.reached(await world.run([world.sms]), 'failed');
    expect(run.reason?.code).toBe('outcome_unknown');
    expect(world.provider.posts()).toHaveLength(1);
  });

  test('is asked about again while Twilio does not answer', async () => {
    const world = await withTwilio();
    world.provider.next('break', { status: 503 });
    const runId = await world.run([world.sms]);
    await until('the second deferral', async () => {
      const waits = (await world.events(runId)).filter(
        ({ step }) => step?.reason?.code === 'outcome_unknown',
      );
      return waits.length === 2;
    });
    expect(world.provider.posts()).toHaveLength(1);
  });
});

describe('a WhatsApp message with an unknown outcome', () => {
  async function unknownRun() {
    const world = await withWhatsApp();
    world.provider.next('break');
    const runId = await world.run([world.wa, after]);
    await world.reached(runId, 'failed');
    const held = () => world.redis.hexists(world.keys.unknown(runId), 'wa');
    await until('what the run goes on with', async () => (await held()) === 1);
    const resolve = (outcome: 'delivered' | 'not_delivered') =>
      resolveUnknown(world, { run_id: runId, step_id: 'wa' }, { outcome, by: 'person' });
    return { ...world, runId, resolve };
  }

  test('that a person says was delivered lets the run go on behind it', async () => {
    const world = await unknownRun();
    expect(await world.resolve('delivered')).toMatchObject({ run_id: world.runId, n: 1 });
    const run = await world.reached(world.runId, 'succeeded');
    expect(run.steps.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
    expect(world.provider.requests).toHaveLength(1);
    expect(await world.resolve('delivered')).toBeNull();
  });

  test('that a person says was not goes again', async () => {
    const world = await unknownRun();
    await world.resolve('not_delivered');
    const run = await world.reached(world.runId, 'succeeded');
    expect(run.steps[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['unknown', 'delivered']);
    expect(world.provider.taken).toHaveLength(1);
  });

  test('goes on by itself where its receipt came before the outcome was told', async () => {
    const world = await withWhatsApp();
    world.provider.next('hang');
    const runId = await world.run([world.wa, after]);
    await until('the call', () => world.provider.requests.length === 1);
    await raiseReceipt(world.redis, world.keys, { runId, stepId: 'wa', state: 'delivered' });
    const run = await world.reached(runId, 'succeeded');
    expect(run.steps[1]?.status).toBe('succeeded');
    expect(world.provider.requests).toHaveLength(1);
  });
});
