import { expect, test } from 'vitest';
import { newRunId, receiptRank, receiptStates, type ReceiptState } from '@taskhook/contracts';
import { raiseReceipt, readReceipts } from '../src/index.ts';
import { connect } from './connection.ts';

test('a run whose messages nobody has told of has no receipts', async () => {
  const { redis, keys } = await connect();
  expect(await readReceipts(redis, keys, newRunId())).toEqual({});
});

test('receipts of several steps stand beside each other, for thirty days', async () => {
  const { redis, keys } = await connect();
  const runId = newRunId();
  await raiseReceipt(redis, keys, { runId, stepId: 'wa', state: 'delivered' });
  await raiseReceipt(redis, keys, { runId, stepId: 'sms', state: 'failed' });
  expect(await readReceipts(redis, keys, runId)).toEqual({ wa: 'delivered', sms: 'failed' });
  expect(await redis.pttl(keys.receipts(runId))).toBeGreaterThan(29 * 86_400_000);
});

test.each<[ReceiptState, ReceiptState, ReceiptState]>([
  ['delivered', 'sent', 'delivered'],
  ['read', 'delivered', 'read'],
  ['failed', 'sent', 'failed'],
  ['failed', 'delivered', 'delivered'],
  ['delivered', 'failed', 'delivered'],
])('%s and then %s is %s', async (first, second, state) => {
  const { redis, keys } = await connect();
  const runId = newRunId();
  expect(await raiseReceipt(redis, keys, { runId, stepId: 'wa', state: first })).toBe(true);
  expect(await raiseReceipt(redis, keys, { runId, stepId: 'wa', state: second })).toBe(second === state);
  expect(await readReceipts(redis, keys, runId)).toEqual({ wa: state });
});

test('receipts in any order, some of them twice, come to the highest', async () => {
  const { redis, keys } = await connect();
  const orders = receiptStates.flatMap((first) =>
    receiptStates.flatMap((second) => receiptStates.map((third) => [first, second, third] as const)),
  );
  for (const states of orders) {
    const runId = newRunId();
    for (const state of states) await raiseReceipt(redis, keys, { runId, stepId: 'wa', state });
    const highest = states.toSorted((a, b) => receiptRank(b) - receiptRank(a))[0];
    expect(await readReceipts(redis, keys, runId)).toEqual({ wa: highest });
  }
});
