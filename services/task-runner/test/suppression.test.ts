import { describe, expect, test } from 'vitest';
import type { TaskInput } from '@taskhook/contracts';
import { changeSuppressions } from '@taskhook/queue';
import { startReceiver, until } from '@taskhook/testing';
import { createAddressHasher } from '@taskhook/vault';
import { TWILIO, twilioLookAlike } from '@taskhook/testing/look-alikes';
import { connect } from './connect.ts';
import { mario, platform, startRunner, type Platform } from './runner.ts';

const hasher = ({ environment }: Platform, key = 'TASKHOOK_SECRET_KEY') =>
  createAddressHasher(Buffer.from(environment[key] ?? '', 'base64'));

let now = 0;

async function suppress(world: Platform, kind: 'phone' | 'email', address: string, active = true) {
  now += 1;
  const id = hasher(world).hash(kind, address);
  const record = { kind, active, reason: 'requested', origin: 'api', at: now } as const;
  await changeSuppressions(world.redis, world.keys, [{ id, record }]);
}

async function start() {
  const world = await platform();
  await startRunner(world, { TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8' });
  const provider = await twilioLookAlike();
  const { provider: name, auth_token, ...settings } = TWILIO;
  const connection = await connect(world, {
    provider: name,
    settings: { ...settings, base_url: provider.url },
    secrets: { auth_token },
  });
  const sms = (id: string, message: object = {}) =>
    ({ id, channel: 'sms', connection, message: { text: 'Ciao', ...message } }) as const;
  return { ...world, provider, sms };
}

type Steps = NonNullable<TaskInput['steps']>;

describe('a person who is suppressed', () => {
  test('gets no SMS, and the run goes on with what is no message', async () => {
    const world = await start();
    await suppress(world, 'phone', String(mario.phone));
    const steps: Steps = [
      world.sms('first'),
      { id: 'record', channel: 'preview', message: { text: 'Ciao' } },
      world.sms('second'),
    ];
    const task = await world.task({ steps });
    const runId = await world.lead(task);
    const run = await world.reached(runId, 'succeeded');
    expect(run.steps.map(({ status, reason }) => [status, reason?.code])).toEqual([
      ['skipped', 'suppressed'],
      ['succeeded', undefined],
      ['skipped', 'suppressed'],
    ]);
    expect(world.provider.requests).toEqual([]);
  });

  test('gets none either at a number that the step was rendered for, or when its own is', async () => {
    const world = await start();
    await suppress(world, 'phone', '+393339999999');
    const task = await world.task({
      steps: [world.sms('other', { to: '+39 333 999 9999' }), world.sms('own')],
    });
    const run = await world.reached(await world.lead(task), 'succeeded');
    expect(run.steps.map(({ status }) => status)).toEqual(['skipped', 'succeeded']);
    await suppress(world, 'phone', String(mario.phone));
    const blocked = await world.reached(await world.lead(task), 'skipped');
    expect(blocked.steps.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect(world.provider.taken).toHaveLength(1);
  });

  test('is written to again once the suppression is lifted; one of the e-mail stops no SMS', async () => {
    const world = await start();
    await suppress(world, 'email', String(mario.email));
    await suppress(world, 'phone', String(mario.phone));
    await suppress(world, 'phone', String(mario.phone), false);
    const task = await world.task({ steps: [world.sms('sms')] });
    const run = await world.reached(await world.lead(task), 'succeeded');
    expect(run.steps[0]?.attempts).toHaveLength(1);
  });
});

test('a call to an address goes in any case, unless its step reaches the person', async () => {
  const world = await start();
  await suppress(world, 'email', String(mario.email));
  const receiver = await startReceiver();
  const request = { url: receiver.url };
  const task = await world.task({
    steps: [
      { id: 'crm', channel: 'http', request },
      { id: 'dialer', channel: 'http', request, reaches_person: true },
    ],
  });
  const run = await world.reached(await world.lead(task), 'succeeded');
  expect(run.steps.map(({ status }) => status)).toEqual(['succeeded', 'skipped']);
  await receiver.close();
});

test('while the list is not in Redis nothing is sent', async () => {
  const world = await start();
  await world.redis.del(world.keys.suppressions);
  const task = await world.task({ steps: [world.sms('sms')] });
  const runId = await world.lead(task);
  await until('the step to be put off', async () => {
    const { delayed } = await world.queues.stats('sms');
    return delayed === 1;
  });
  expect(world.provider.requests).toEqual([]);
  expect((await world.state(runId)).status).toBeUndefined();
});

test('a suppression under an older key counts', async () => {
  const world = await platform();
  await suppress(world, 'phone', String(mario.phone));
  await startRunner(world, {
    TASKHOOK_SECRET_KEY: Buffer.alloc(32, 9).toString('base64'),
    TASKHOOK_OLD_SECRET_KEYS: world.environment['TASKHOOK_SECRET_KEY'] ?? '',
    TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8',
  });
  const task = await world.task({
    steps: [
      {
        id: 'sms',
        channel: 'sms',
        connection: 'conn_00000000000000000000000000',
        message: { text: 'Ciao' },
      },
    ],
  });
  const run = await world.reached(await world.lead(task), 'skipped');
  expect(run.steps[0]?.reason?.code).toBe('suppressed');
});
