import { FINAL_ORDER, type Reason, type RunProgress } from '@taskhook/contracts';
import { appendRunLog, markCancelled, type PersonRun } from '@taskhook/queue';
import type { InboundParts } from './inbound-parts.ts';

type StopCode = 'replied' | 'opted_out';

/** Whether a step of the run waits or is being worked on. */
export async function isOpen(parts: InboundParts, run: PersonRun): Promise<boolean> {
  const steps = await stepsOf(parts, run);
  const held = await Promise.all(
    steps.map(({ channel }, index) => parts.queues.has(channel, run.run_id, index)),
  );
  return held.includes(true);
}

/**
 * Ends an open run. The mark first: from then on no step begins, so that none is missed by the removal.
 * The event is above all others of the run, and final.
 */
export async function stopRun(parts: InboundParts, run: PersonRun, code: StopCode): Promise<void> {
  if (code === 'replied' && !(await stopsOnReply(parts, run))) return;
  const { redis, keys, queues, now } = parts;
  const steps = await stepsOf(parts, run);
  await markCancelled(redis, keys, run.run_id);
  await Promise.all(steps.map(({ channel }, index) => queues.remove(channel, run.run_id, index)));
  await redis.del(keys.unknown(run.run_id));
  const event: RunProgress = {
    type: 'progress',
    ...run,
    at: now(),
    order: FINAL_ORDER,
    status: code === 'replied' ? 'succeeded' : 'cancelled',
    reason: reasons[code],
  };
  await appendRunLog(redis, keys.runLog, [event]);
}

const reasons: Readonly<Record<StopCode, Reason>> = {
  replied: { code: 'replied', message: 'The person has answered, so nothing more is sent.' },
  opted_out: { code: 'opted_out', message: 'The person does not want to be written to any more.' },
};

async function stepsOf({ readModel }: InboundParts, { task_id, revision }: PersonRun) {
  return (await readModel.revision(task_id, revision))?.definition.steps ?? [];
}

async function stopsOnReply({ readModel }: InboundParts, { task_id, revision }: PersonRun): Promise<boolean> {
  return (await readModel.revision(task_id, revision))?.definition.stop_on_reply ?? true;
}
