import { appendRunLog, findAttempt, findMessage, raiseReceipt, resolveUnknown } from '@taskhook/queue';
import type { MessagePlace } from '@taskhook/contracts';
import type { InboundParts } from './inbound-parts.ts';
import type { ToldReceipt } from './told.ts';

/**
 * Keeps how far a message came, for the steps behind it and for the run's timeline. An attempt that
 * nobody knew the outcome of was delivered where its provider tells of it, and its run goes on. Twice is
 * once. False for a message that is none of ours.
 */
export async function takeReceipt(parts: InboundParts, told: ToldReceipt): Promise<boolean> {
  const { redis, keys, queues } = parts;
  const place = await placeOf(parts, told);
  if (place === null) return false;
  const { state, code, at } = told;
  await raiseReceipt(redis, keys, { runId: place.run_id, stepId: place.step_id, state });
  await appendRunLog(redis, keys.runLog, [{ type: 'receipt', ...place, at, status: state, code }]);
  if (state !== 'failed') {
    await resolveUnknown({ redis, keys, queues }, place, { outcome: 'delivered', by: 'receipt' });
  }
  return true;
}

/** The attempt that the provider gives back is known before the message has an id. */
async function placeOf({ redis, keys }: InboundParts, told: ToldReceipt): Promise<MessagePlace | null> {
  const byRef = told.ref === undefined ? null : await findAttempt(redis, keys, told.ref);
  return byRef ?? findMessage(redis, keys, told.message);
}
