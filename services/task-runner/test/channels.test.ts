import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { newSigningSecret } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { openPreview, subjects, type Failure, type Subject } from './channel-subjects.ts';

const secret = newSigningSecret();

const SETTLE_MS = 200;
type Claim = Parameters<Subject['deliver']>[0]['claim'];
const claimFirst: Claim = () => Promise.resolve({ first: true });
const claimSecond: Claim = () => Promise.resolve({ first: false, begunAt: Date.now() });
const claimLate: Claim = () => sleep(SETTLE_MS, { first: true });

const attemptOn =
  (deliver: Subject['deliver']) =>
  (signal = new AbortController().signal, claim: Claim = claimFirst) =>
    deliver({
      idempotencyKey: 'run_1.step',
      signingSecret: () => Promise.resolve(secret),
      attempt: 1,
      claim,
      release: () => Promise.resolve(),
      inquiry: {
        receipt: () => Promise.resolve(undefined),
        ownerOf: () => Promise.resolve(undefined),
        settleMs: SETTLE_MS,
        asked: 0,
      },
      messageRef: 'run_1.step.1',
      signal,
    });

test('the channel preview delivers without a receiver', async () => {
  const attempt = attemptOn(openPreview());
  expect(await attempt()).toEqual({ outcome: 'delivered', status_code: null, error: null });
});

/** An SMS that may have gone must not go again by itself; a mail or a call goes again under its key. */
const repeats = (name: string) => name === 'http' || name === 'email';

describe.each(Object.entries(subjects))('the channel %s', (name, open) => {
  async function setup() {
    const subject = await open();
    return { subject, attempt: attemptOn((input) => subject.deliver(input)) };
  }

  const lost = repeats(name) ? 'retry' : 'unknown';
  const lostTo = (code: string) => (repeats(name) ? code : 'outcome_unknown');

  test('says that a message was delivered, and nothing of an error', async () => {
    const { attempt } = await setup();
    expect(await attempt()).toMatchObject({ outcome: 'delivered', error: null });
  });

  test.each<[Failure, string, string]>([
    ['refuses', 'rejected', name === 'whatsapp' ? 'invalid_recipient' : 'receiver_rejected'],
    ['throttles', 'throttled', 'receiver_throttled'],
    ['fails', 'retry', 'receiver_failed'],
    ['hangs', lost, lostTo('delivery_timeout')],
    ['breaks', lost, lostTo('connection_failed')],
  ])('makes a value of a receiver that %s: %s', async (failure, outcome, code) => {
    const { subject, attempt } = await setup();
    subject.next(failure);
    const delivery = await attempt();
    expect(delivery).toMatchObject({ outcome, error: { code } });
    const pause = outcome === 'throttled' && name !== 'email' ? 5_000 : undefined;
    expect(delivery.retryAfterMs).toBe(pause);
    expect(JSON.stringify(delivery)).not.toContain(secret);
    expect(JSON.stringify(delivery)).not.toContain('canary');
    expect(JSON.stringify(delivery.error)).not.toMatch(/mario|3331234567|words of/i);
  });

  test('tells of credentials that are refused without repeating them', async () => {
    const { subject, attempt } = await setup();
    subject.next('refuses the login');
    const delivery = await attempt();
    expect(delivery).toMatchObject({ outcome: 'rejected' });
    expect(JSON.stringify(delivery)).not.toContain('canary');
  });

  test('works again after each of them', async () => {
    const { subject, attempt } = await setup();
    subject.next('fails', 'hangs', 'breaks');
    for (let n = 0; n < 3; n += 1) await attempt();
    expect(await attempt()).toMatchObject({ outcome: 'delivered' });
  });

  test('does not take an attempt for made when the runner stops in its midst', async () => {
    const { subject, attempt } = await setup();
    subject.next('hangs');
    const stop = new AbortController();
    const attempted = attempt(stop.signal).catch((error: unknown) => error);
    await until('the request', () => subject.reached() === 1);
    stop.abort();
    expect(await attempted).toMatchObject(
      repeats(name)
        ? { name: 'TaskhookError', code: 'unavailable' }
        : { outcome: 'unknown', error: { code: 'outcome_unknown' } },
    );
  });

  test('does not begin an attempt when the runner has stopped', async () => {
    const { subject, attempt } = await setup();
    await expect(attempt(AbortSignal.abort())).rejects.toMatchObject({ code: 'unavailable' });
    expect(subject.reached()).toBe(0);
  });

  test('goes again after a lost worker where that is safe, and asks a person where it is not', async () => {
    const { subject, attempt } = await setup();
    const delivery = await attempt(new AbortController().signal, claimSecond);
    expect(delivery.outcome).toBe(repeats(name) ? 'delivered' : 'unknown');
    expect(subject.reached()).toBe(repeats(name) ? 1 : 0);
  });

  test('does not send what another may send by now, when it stood still after its claim', async () => {
    const { subject, attempt } = await setup();
    const delivery = await attempt(new AbortController().signal, claimLate);
    // Twilio is asked, and has sent nothing.
    const isAsked = name === 'sms by Twilio';
    expect(delivery.outcome).toBe(repeats(name) ? 'delivered' : isAsked ? 'retry' : 'unknown');
    expect(subject.reached()).toBe(repeats(name) || isAsked ? 1 : 0);
  });

  test('sends the same key at every attempt, where it has one', async () => {
    const { subject, attempt } = await setup();
    await attempt();
    await attempt();
    const keys = subject.keys?.() ?? [];
    expect(new Set(keys).size).toBe(name === 'sms by Twilio' ? 0 : 1);
    for (const key of keys) expect(key).toContain('run_1.step');
  });
});
