import type { Redis } from 'ioredis';
import { DAY, ReceiptState, receiptStates, validator } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';

/** The states of a run's messages, by step id. A step that no receipt has come for is not in it. */
export type Receipts = Readonly<Record<string, ReceiptState>>;

/** Longer than providers tell of a message. */
const KEPT_MS = 30 * DAY;

/** ARGV: step, state, milliseconds, then all states from the lowest to the highest. */
const RAISE = `
local ranks = {}
for i = 4, #ARGV do ranks[ARGV[i]] = i end
local held = redis.call('HGET', KEYS[1], ARGV[1])
if held and (ranks[held] or 0) >= ranks[ARGV[2]] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

/** Keeps the state of a step's message, unless a higher one is known. True where it changed. */
export async function raiseReceipt(
  redis: Redis,
  keys: RedisKeys,
  { runId, stepId, state }: { runId: string; stepId: string; state: ReceiptState },
): Promise<boolean> {
  const key = keys.receipts(runId);
  return (await redis.eval(RAISE, 1, key, stepId, state, KEPT_MS, ...receiptStates)) === 1;
}

const isState = validator(ReceiptState);

export async function readReceipts(redis: Redis, keys: RedisKeys, runId: string): Promise<Receipts> {
  const held = Object.entries(await redis.hgetall(keys.receipts(runId)));
  return Object.fromEntries(
    held.flatMap(([stepId, text]) => {
      const state = isState(text);
      return state.ok ? [[stepId, state.value]] : [];
    }),
  );
}
