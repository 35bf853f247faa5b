import { createHash } from 'node:crypto';
import { limits, type PersonReplied } from '@taskhook/contracts';
import { appendRunLog, readPersonRuns, type PersonRun } from '@taskhook/queue';
import type { InboundParts } from './inbound-parts.ts';
import { isOpen, stopRun } from './stop-run.ts';
import { askedFor } from './stop-words.ts';
import { letWrite, suppressPerson } from './suppress-person.ts';
import type { ToldReply } from './told.ts';

export type ReplyKind = 'reply' | 'stop' | 'start';

/**
 * Takes what a person has written. STOP suppresses the person first of all and ends the open runs; any
 * other answer ends those whose task says so. It is kept with the open runs, or with the latest. Twice
 * is once.
 */
export async function takeReply(parts: InboundParts, told: ToldReply): Promise<ReplyKind> {
  const asked = askedFor(told.text);
  if (asked === 'stop') await suppressPerson(parts, told);
  if (asked === 'start') await letWrite(parts, told);
  const { kind, address } = told.from;
  const runs = await readPersonRuns(parts.redis, parts.keys, parts.addresses.hashes(kind, address));
  const open: PersonRun[] = [];
  for (const run of runs) if (await isOpen(parts, run)) open.push(run);
  const [latest] = runs;
  const concerned = open.length > 0 || latest === undefined ? open : [latest];
  for (const run of concerned) await keepReply(parts, told, run);
  for (const run of open) await stopRun(parts, run, asked === 'stop' ? 'opted_out' : 'replied');
  return asked ?? 'reply';
}

/** Of somebody who writes without end the first answers are kept. */
async function keepReply({ redis, keys }: InboundParts, told: ToldReply, run: PersonRun): Promise<void> {
  const reply_id = createHash('sha256').update(told.message.id).digest('base64url').slice(0, 22);
  const key = keys.replies(run.run_id);
  const isKept = (await redis.sismember(key, reply_id)) === 1;
  if (!isKept && (await redis.scard(key)) >= limits.repliesPerRun) return;
  await redis.sadd(key, reply_id);
  await redis.pexpire(key, limits.conversationMs);
  const { at, channel, text } = told;
  const event: PersonReplied = {
    type: 'reply',
    ...run,
    at,
    reply_id,
    channel,
    text: text?.slice(0, limits.replyLength) ?? null,
  };
  await appendRunLog(redis, keys.runLog, [event]);
}
