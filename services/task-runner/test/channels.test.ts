import { describe, expect, onTestFinished, test } from 'vitest';
import { newSigningSecret, type Channel } from '@taskhook/contracts';
import { startReceiver, until, type Receiver } from '@taskhook/testing';
import type { Delivery, DeliveryInput } from '../src/channels/channel.ts';
import { createOutbound, parseCidrs } from '@taskhook/outbound';
import { createHttpChannel } from '../src/channels/http/index.ts';
import { createPreviewChannel } from '../src/channels/preview/index.ts';

/** What every channel has to do alike. A new one is a new row. */
interface Subject {
  /** Whether it talks to a receiver, which can then fail in all the ways below. */
  talks: boolean;
  open(receiver: Receiver): { deliver(input: Common): Promise<Delivery>; close(): Promise<void> };
}

type Common = Omit<DeliveryInput<Channel>, 'rendered'>;

const TIMEOUT_MS = 300;

const subjects: Record<Channel, Subject> = {
  preview: {
    talks: false,
    open: () => {
      const channel = createPreviewChannel();
      const rendered = { channel: 'preview', text: 'Ciao Mario' } as const;
      return { deliver: (input) => channel.deliver({ ...input, rendered }), close: () => channel.close() };
    },
  },
  http: {
    talks: true,
    open: ({ url }) => {
      const channel = createHttpChannel(createOutbound(parseCidrs('127.0.0.0/8'), TIMEOUT_MS));
      const rendered = {
        channel: 'http',
        method: 'POST',
        url,
        headers: {},
        body: { name: 'Mario' },
      } as const;
      return { deliver: (input) => channel.deliver({ ...input, rendered }), close: () => channel.close() };
    },
  },
};

const secret = newSigningSecret();

async function setup(subject: Subject) {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  const channel = subject.open(receiver);
  onTestFinished(() => channel.close());
  const attempt = (signal = new AbortController().signal) =>
    channel.deliver({
      idempotencyKey: 'run_1.step',
      signingSecret: () => Promise.resolve(secret),
      attempt: 1,
      signal,
    });
  return { receiver, attempt };
}

describe.each(Object.entries(subjects))('the channel %s', (_name, subject) => {
  test('says that a message was delivered, and nothing of an error', async () => {
    const { attempt } = await setup(subject);
    expect(await attempt()).toMatchObject({ outcome: 'delivered', error: null });
  });
});

const talking = Object.entries(subjects).filter(([, { talks }]) => talks);

describe.each(talking)('the channel %s, which talks to a receiver,', (_name, subject) => {
  test.each([
    [{ status: 400 }, 'rejected', 'receiver_rejected'],
    [{ status: 429, headers: { 'retry-after': '5' } }, 'throttled', 'receiver_throttled'],
    [{ status: 500 }, 'retry', 'receiver_failed'],
    ['hang', 'retry', 'delivery_timeout'],
    ['break', 'retry', 'connection_failed'],
  ] as const)('turns %j into a value: %s', async (behaviour, outcome, code) => {
    const { receiver, attempt } = await setup(subject);
    receiver.next(behaviour);
    const delivery = await attempt();
    expect(delivery).toMatchObject({ outcome, error: { code } });
    expect(delivery.retryAfterMs).toBe(outcome === 'throttled' ? 5_000 : undefined);
    expect(JSON.stringify(delivery)).not.toContain(secret);
    expect(JSON.stringify(delivery.error)).not.toContain('Mario');
  });

  test('works again after each of them', async () => {
    const { receiver, attempt } = await setup(subject);
    receiver.next({ status: 500 }, 'hang', 'break');
    for (let n = 0; n < 3; n += 1) await attempt();
    expect(await attempt()).toMatchObject({ outcome: 'delivered' });
  });

  test('gives up an attempt without an outcome when the runner stops', async () => {
    const { receiver, attempt } = await setup(subject);
    receiver.next('hang');
    const stop = new AbortController();
    const attempted = attempt(stop.signal).catch((error: unknown) => error);
    await until('the request', () => receiver.requests.length === 1);
    stop.abort();
    expect(await attempted).toMatchObject({ name: 'TaskhookError', code: 'unavailable' });
  });

  test('does not begin an attempt when the runner has stopped', async () => {
    const { receiver, attempt } = await setup(subject);
    await expect(attempt(AbortSignal.abort())).rejects.toMatchObject({ code: 'unavailable' });
    expect(receiver.requests).toEqual([]);
  });

  test('sends the same key at every attempt', async () => {
    const { receiver, attempt } = await setup(subject);
    await attempt();
    await attempt();
    expect(receiver.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([
      'run_1.step',
      'run_1.step',
    ]);
  });
});
