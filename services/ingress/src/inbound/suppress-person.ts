import type { SuppressionRecord } from '@taskhook/contracts';
import { changeSuppressions, readSuppressions } from '@taskhook/queue';
import type { InboundParts } from './inbound-parts.ts';
import type { ToldReply } from './told.ts';

type Person = Pick<ToldReply, 'from' | 'at'>;

/** Nobody writes to the person from now on: in Redis at once, in MongoDB by the run log. */
export async function suppressPerson(
  { redis, keys, addresses }: InboundParts,
  { from, at }: Person,
): Promise<void> {
  const id = addresses.hash(from.kind, from.address);
  const record: SuppressionRecord = {
    kind: from.kind,
    active: true,
    reason: 'opted_out',
    origin: 'stop_word',
    at,
  };
  await changeSuppressions(redis, keys, [{ id, record }], { runLog: true });
}

/** Lifts what came by a STOP word, and nothing that somebody has entered. */
export async function letWrite(
  { redis, keys, addresses }: InboundParts,
  { from, at }: Person,
): Promise<void> {
  const ids = addresses.hashes(from.kind, from.address);
  const { records } = await readSuppressions(redis, keys, ids);
  const lifted = records
    .filter(({ record }) => record.active && record.origin === 'stop_word')
    .map(({ id, record }) => ({ id, record: { ...record, active: false, at } }));
  if (lifted.length > 0) await changeSuppressions(redis, keys, lifted, { runLog: true });
}
